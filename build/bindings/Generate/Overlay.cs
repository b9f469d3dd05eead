using System.Text.Json;

namespace Scx.Bindings.Tool.Generate;

/// <summary>The hand-kept half of the bindings: C# names and types where the kernel's do not say enough, and all documentation.</summary>
public sealed record Overlay(
    Rules Rules, CallbackOverlays Callbacks, KfuncOverlays Kfuncs, Dictionary<string, HelperOverlay> Helpers, EnumOverlays Enums, StructOverlays Structs)
{
    static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Reads <c>rules.json</c> and <c>overlay/*.json</c>.</summary>
    public static Overlay Read(string data)
    {
        return new Overlay(
            File<Rules>("rules.json"), File<CallbackOverlays>("overlay/callbacks.json"), File<KfuncOverlays>("overlay/kfuncs.json"),
            File<Dictionary<string, HelperOverlay>>("overlay/helpers.json"), File<EnumOverlays>("overlay/enums.json"), File<StructOverlays>("overlay/structs.json"));

        T File<T>(string name)
        {
            using FileStream stream = System.IO.File.OpenRead(Path.Combine(data, name));
            return JsonSerializer.Deserialize<T>(stream, Options) ?? throw new InvalidDataException($"{name} is empty");
        }
    }
}

/// <summary>What BTF does not say.</summary>
/// <param name="Callbacks">By member of <c>sched_ext_ops</c>.</param>
/// <param name="CallbackGroups">Named lists of callbacks.</param>
/// <param name="Functions">By kernel symbol.</param>
/// <param name="NotFunctions">Symbols that are named as kernel functions are and cannot be called.</param>
/// <param name="CpuFormOnly">Kernel functions that schedulers of the cid form may not call, and the C# name of what they call instead, or nothing.</param>
/// <param name="FirstSeen">First kernel of things that came between two kernels of which there are data.</param>
/// <param name="Tracepoints">Which tracepoints there are data of, and what their types do not say.</param>
/// <param name="Attachable">Functions of the kernel that programs attach to, of which there are data.</param>
public sealed record Rules(
    Dictionary<string, CallbackRule> Callbacks, Dictionary<string, string[]> CallbackGroups, Dictionary<string, FunctionRule> Functions,
    HashSet<string> NotFunctions, Dictionary<string, string> FirstSeen, Dictionary<string, string> CpuFormOnly, TracepointRules Tracepoints, HashSet<string> Attachable);

/// <param name="Prefixes">What the names of the tracepoints begin with.</param>
/// <param name="MayBeNull">Arguments that the verifier takes to be null for all it knows, by index (raw_tp_null_args, kernel/bpf/btf.c, since 6.14).</param>
public sealed record TracepointRules(string[] Prefixes, Dictionary<string, int[]> MayBeNull);

/// <param name="Lock">Lock that the kernel holds during the call, or null.</param>
/// <param name="SleepableSince">First kernel that lets it sleep, or null.</param>
/// <param name="CidFormOnly">Not available to schedulers of the cpu form.</param>
/// <param name="Deprecated">The kernel warns when it is used.</param>
public sealed record CallbackRule(string? Lock = null, string? SleepableSince = null, bool CidFormOnly = false, bool Deprecated = false);

/// <param name="Flags">KF_* without the prefix.</param>
/// <param name="Callbacks">Name of a group in <see cref="Rules.CallbackGroups"/>; null means all callbacks.</param>
public sealed record FunctionRule(string[]? Flags = null, string? Callbacks = null);

/// <param name="ParameterNames">C# names where those of the kernel's stubs are missing or wrong.</param>
/// <param name="DefaultResults">What the base class returns where it is not 0 or false.</param>
/// <param name="Callbacks">Documentation by member.</param>
public sealed record CallbackOverlays(
    Dictionary<string, string[]> ParameterNames, Dictionary<string, string> DefaultResults, Dictionary<string, MethodDoc> Callbacks);

/// <param name="Doc">What it is.</param>
/// <param name="Params">What the parameters are, by C# name.</param>
/// <param name="Returns">What comes back.</param>
public sealed record MethodDoc(string Doc, Dictionary<string, string>? Params = null, string? Returns = null);

/// <param name="Parameters">Documentation of parameters by kernel name, where the function does not say otherwise.</param>
/// <param name="ParameterTypes">C# types of parameters by kernel name.</param>
/// <param name="Functions">By C# name.</param>
/// <param name="NotBound">Functions left out on purpose, by reason.</param>
public sealed record KfuncOverlays(
    Dictionary<string, string> Parameters, Dictionary<string, string> ParameterTypes, Dictionary<string, KfuncOverlay> Functions,
    Dictionary<string, string[]> NotBound);

/// <param name="Forms">Kernel symbols, the preferred first.</param>
/// <param name="Doc">What it does.</param>
/// <param name="Returns">What comes back.</param>
/// <param name="Params">Documentation by kernel name.</param>
/// <param name="Types">C# types by kernel name.</param>
/// <param name="Defaults">Parameters that may be left out and are 0 then.</param>
/// <param name="DefaultValues">Parameters that may be left out, and their values then.</param>
/// <param name="Owned">Class of an owned result where the kernel type does not decide it.</param>
/// <param name="This">Kernel name of the parameter that is the object which the method is called on; null for a static method.</param>
/// <param name="Order">Kernel names of the parameters in the order of the method's; null for the preferred form's own.</param>
/// <param name="Result">C# type of the result where the kernel's does not decide it.</param>
/// <param name="ResultBytes">Not 0: the last two parameters are memory that the function fills and its size, and the method yields what lies there.</param>
/// <param name="Fallback">Helper that does the same on kernels without the function.</param>
/// <param name="Iterator">Iterator that the function makes ready: its first parameter, which is not passed.</param>
/// <param name="Role">What it does to queues and tasks, a name of <c>SchedulingRole</c>, or null.</param>
/// <param name="Nodes">Whether it works only with (true) or only without (false) idle tracking for each node; null if either will do.</param>
public sealed record KfuncOverlay(
    string[] Forms, string Doc, string? Returns = null, Dictionary<string, string>? Params = null, Dictionary<string, string>? Types = null,
    string[]? Defaults = null, Dictionary<string, string>? DefaultValues = null, string? Owned = null, string? This = null, string[]? Order = null,
    string? Result = null, int ResultBytes = 0, string? Fallback = null, string? Iterator = null,
    string? Role = null, bool? Nodes = null);

/// <param name="Helper">Name in the kernel.</param>
/// <param name="Number">Number in <c>enum bpf_func_id</c>.</param>
/// <param name="Result">C# type of the result.</param>
/// <param name="Doc">What it does.</param>
/// <param name="Returns">What comes back.</param>
public sealed record HelperOverlay(string Helper, int Number, string Result, string Doc, string Returns);

/// <param name="Enums">By C# name.</param>
/// <param name="Constants">Static classes of constants, by C# name.</param>
public sealed record EnumOverlays(Dictionary<string, EnumOverlay> Enums, Dictionary<string, EnumOverlay> Constants);

/// <param name="Kernel">Name in BTF.</param>
/// <param name="Prefix">Taken off the values' names.</param>
/// <param name="Type">C# integer type.</param>
/// <param name="Doc">What it is.</param>
/// <param name="Values">Documentation by kernel name; what is not here is not bound.</param>
/// <param name="Flags">Values are or-ed together.</param>
/// <param name="Names">C# names by kernel name.</param>
/// <param name="Internal">Values left out on purpose.</param>
/// <param name="InternalRest">All that is not in <paramref name="Values"/> is left out on purpose.</param>
public sealed record EnumOverlay(
    string Kernel, string Prefix, string Type, string Doc, Dictionary<string, string> Values, bool Flags = false,
    Dictionary<string, string>? Names = null, string[]? Internal = null, bool InternalRest = false);

/// <param name="Structs">By C# name.</param>
/// <param name="Owned">Classes of objects to which a reference is held, by C# name.</param>
/// <param name="Iterators">Ref structs to go through objects with, by C# name.</param>
/// <param name="Numbers">Typedefs of structs around one number, such as <c>kuid_t</c>: a field of such a type is bound as the number.</param>
public sealed record StructOverlays(
    Dictionary<string, StructOverlay> Structs, Dictionary<string, OwnedOverlay> Owned, Dictionary<string, IteratorOverlay> Iterators, string[] Numbers)
{
    /// <summary>The C# class of a kernel struct, or null if it is not bound.</summary>
    public string? ClassOf(string kernel) => Structs.FirstOrDefault(pair => pair.Value.Kernel == kernel).Key;

    /// <summary>The class of a held reference to an object.</summary>
    public string OwnedOf(string lent) => Owned.FirstOrDefault(pair => pair.Value.Base == lent).Key
        ?? throw new InvalidDataException($"structs.json has no owned form of {lent}");
}

/// <param name="Kernel">Name in BTF.</param>
/// <param name="Doc">What it is.</param>
/// <param name="Fields">By kernel name; what is not here is not bound.</param>
/// <param name="Base">Class of what it begins with, or null: the object can be used as one of those.</param>
/// <param name="Rest">All other fields that every kernel has are bound too, if they are numbers or bound objects.</param>
/// <param name="Prefix">Taken off the fields' names.</param>
/// <param name="ZeroIfAbsent">All fields are such that read as 0 on kernels without them.</param>
public sealed record StructOverlay(
    string Kernel, string Doc, Dictionary<string, FieldOverlay> Fields, string? Base = null, bool Rest = false, string? Prefix = null, bool ZeroIfAbsent = false);

/// <param name="Doc">What it is.</param>
/// <param name="Type">C# type where the kernel's does not decide it.</param>
/// <param name="Set">Schedulers may write it.</param>
/// <param name="Nullable">The pointer may be null.</param>
/// <param name="Trust">What the pointer is good for: <c>Rcu</c>, <c>Trusted</c>, or null for reading only.</param>
/// <param name="ZeroIfAbsent">Reads as 0 on kernels without it, as one may be configured.</param>
/// <param name="CidFormSetter">Function that schedulers of the cid form call to write it; null if they may write it too.</param>
public sealed record FieldOverlay(
    string Doc, string? Type = null, bool Set = false, bool Nullable = false, string? Trust = null, bool ZeroIfAbsent = false, string? CidFormSetter = null);

/// <param name="Base">Class of the same object when it is lent.</param>
/// <param name="Release">Kernel function that gives it back.</param>
/// <param name="Doc">What it is.</param>
public sealed record OwnedOverlay(string Base, string Release, string Doc);

/// <param name="Kernel">Name of its state in BTF, which names its functions too.</param>
/// <param name="Size">Bytes of its state.</param>
/// <param name="Element">C# type of what it goes through.</param>
/// <param name="Doc">What it goes through.</param>
public sealed record IteratorOverlay(string Kernel, int Size, string Element, string Doc);
