using Scx.Bindings.Tool.Btf;

namespace Scx.Bindings.Tool.Import;

/// <summary>Takes from a kernel's BTF what the bindings need.</summary>
/// <param name="btf">The kernel's types.</param>
/// <param name="wanted">Which functions, enums and structs besides those of sched_ext.</param>
public sealed class Importer(BtfFile btf, WantedNames wanted)
{
    const string StubPrefix = "sched_ext_ops__";
    const string CidStubPrefix = "sched_ext_ops_cid__";
    const string OldStubSuffix = "_stub";
    const string ImplementationSuffix = "_impl";
    const string TracepointPrefix = "btf_trace_";

    readonly Dictionary<string, BtfType> functions = ByName(btf, BtfKind.Func);

    /// <summary>The facts of the kernel.</summary>
    /// <param name="kernel">Its series, such as <c>7.3</c>.</param>
    /// <param name="source">What the BTF was taken from.</param>
    /// <exception cref="InvalidDataException">The kernel was built without sched_ext.</exception>
    public KernelFacts Import(string kernel, string source)
    {
        Dictionary<string, BtfType> structs = ByName(btf, BtfKind.Struct);
        if (!structs.TryGetValue("sched_ext_ops", out BtfType? ops))
            throw new InvalidDataException("no struct sched_ext_ops: the kernel was built without CONFIG_SCHED_CLASS_EXT");

        foreach (BtfType typedef in btf.Types.Where(type => type.Kind == BtfKind.Typedef))
            if (btf.Types[(int)typedef.SizeOrType] is { Kind: BtfKind.Struct, Name: "" } unnamed) structs.TryAdd(typedef.Name, unnamed);

        var callbacks = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var scalars = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (BtfMember member in ops.Members)
        {
            if (CallbackPrototype(member) is { } prototype) callbacks.Add(member.Name, Callback(member.Name, prototype));
            else scalars.Add(member.Name, TypeSpelling.Of(btf, member.Type));
        }

        return new KernelFacts
        {
            Kernel = kernel,
            Source = source,
            Callbacks = callbacks,
            CidCallbacks = structs.TryGetValue("sched_ext_ops_cid", out BtfType? cidOps) ? CidCallbacks(cidOps) : null,
            Scalars = scalars,
            Functions = Functions(),
            Tracepoints = Tracepoints(),
            Attachable = Attachable(),
            Enums = Enums(),
            Structs = Sorted(wanted.Structs.Where(structs.ContainsKey), name => Fields(structs[name])),
        };
    }

    SortedDictionary<string, string> CidCallbacks(BtfType ops)
    {
        var callbacks = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (BtfMember member in ops.Members)
            if (CallbackPrototype(member) is { } prototype) callbacks.Add(member.Name, CidCallback(member.Name, prototype));
        return callbacks;
    }

    // Most share the stubs of the other form, where they go by its names.
    string CidCallback(string name, BtfType prototype)
    {
        string cpuName = name.Replace("cpuctl", "cgroup", StringComparison.Ordinal).Replace("cid", "cpu", StringComparison.Ordinal);
        string[] stubs = [CidStubPrefix + name, StubPrefix + name, StubPrefix + cpuName];
        BtfType[] found = [.. stubs.Where(functions.ContainsKey).Select(stub => Prototype(functions[stub])).Where(stub => stub.Members.Count == prototype.Members.Count)];
        return TypeSpelling.OfPrototype(btf, prototype, found.Length > 0
            ? [.. found[0].Members.Select(parameter => parameter.Name)]
            : [.. prototype.Members.Select((_, i) => $"arg{i}")]);
    }

    BtfType? CallbackPrototype(BtfMember member)
    {
        BtfType type = btf.Types[(int)member.Type];
        return type.Kind == BtfKind.Ptr && btf.Types[(int)type.SizeOrType] is { Kind: BtfKind.FuncProto } prototype ? prototype : null;
    }

    // The members' own prototypes carry no parameter names; the stubs that stand in for missing callbacks do. Before 6.13 they had other
    // names and did not say what may be null (kernel/sched/ext.c of 6.12, set_arg_maybe_null).
    string Callback(string name, BtfType prototype)
    {
        IReadOnlyList<string>? names = (functions.GetValueOrDefault(StubPrefix + name) ?? functions.GetValueOrDefault(name + OldStubSuffix)) is { } stub
            ? [.. Prototype(stub).Members.Select(parameter => parameter.Name)]
            : null;
        return TypeSpelling.OfPrototype(btf, prototype, names ?? [.. prototype.Members.Select((_, i) => $"arg{i}")]);
    }

    SortedDictionary<string, string> Functions() => Sorted(
        functions.Keys.Where(name => IsSchedExt(name) || wanted.Functions.Contains(name)),
        name => TypeSpelling.OfPrototype(btf, WithoutHidden(Prototype(functions[name]))));

    // What tp_btf programs get, as the verifier finds it (bpf_check_attach_target, kernel/bpf/verifier.c): a typedef of a pointer to a function whose
    // first parameter is the kernel's own.
    SortedDictionary<string, string> Tracepoints()
    {
        var prototypes = new Dictionary<string, BtfType>();
        foreach (BtfType type in btf.Types)
        {
            if (type.Kind == BtfKind.Typedef && type.Name.StartsWith(TracepointPrefix, StringComparison.Ordinal)
                && btf.Types[(int)type.SizeOrType] is { Kind: BtfKind.Ptr } pointer
                && btf.Types[(int)pointer.SizeOrType] is { Kind: BtfKind.FuncProto } prototype)
                prototypes.TryAdd(type.Name[TracepointPrefix.Length..], prototype with { Members = [.. prototype.Members.Skip(1)] });
        }

        return Sorted(
            prototypes.Keys.Where(name => wanted.TracepointPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))),
            name => string.Join(", ", prototypes[name].Members.Select(parameter => TypeSpelling.Of(btf, parameter.Type))));
    }

    // BTF that is cut down to what the rest needs has none of them.
    SortedDictionary<string, string>? Attachable() => wanted.Attachable.Where(functions.ContainsKey).ToList() is { Count: > 0 } present
        ? Sorted(present, name => TypesOf(Prototype(functions[name])))
        : null;

    string TypesOf(BtfType prototype) =>
        $"{TypeSpelling.Of(btf, prototype.SizeOrType)} ({string.Join(", ", prototype.Members.Select(parameter => TypeSpelling.Of(btf, parameter.Type)))})";

    bool IsSchedExt(string name) =>
        (name.StartsWith("scx_bpf_", StringComparison.Ordinal) || name.StartsWith("__scx_bpf_", StringComparison.Ordinal)
            || name.StartsWith("bpf_iter_scx_", StringComparison.Ordinal))
        && !wanted.NotFunctions.Contains(name)
        && !(name.EndsWith(ImplementationSuffix, StringComparison.Ordinal) && functions.ContainsKey(name[..^ImplementationSuffix.Length]));

    // KF_IMPLICIT_ARGS: programs do not pass it. Kernels whose BTF pahole 1.30 made leave it visible in some prototypes.
    BtfType WithoutHidden(BtfType prototype)
    {
        IReadOnlyList<BtfMember> members = prototype.Members;
        bool hidden = members.Count > 0 && TypeSpelling.Of(btf, members[^1].Type) == "const bpf_prog_aux *";
        return hidden ? prototype with { Members = [.. members.SkipLast(1)] } : prototype;
    }

    BtfType Prototype(BtfType function) => btf.Types[(int)function.SizeOrType];

    SortedDictionary<string, KernelEnum> Enums()
    {
        IEnumerable<BtfType> enums = btf.Types.Where(type => type.Kind is BtfKind.Enum or BtfKind.Enum64
            && type.Members.Count > 0 && wanted.Enums.Contains(type.Name));
        var result = new SortedDictionary<string, KernelEnum>(StringComparer.Ordinal);
        foreach (BtfType type in enums) result.TryAdd(type.Name, Enum(type));
        return result;
    }

    static KernelEnum Enum(BtfType type)
    {
        var values = new Dictionary<string, string>();
        foreach (BtfMember value in type.Members) values.Add(value.Name, Number(type, value.Value));
        return new KernelEnum((type.KindFlag ? "s" : "u") + type.SizeOrType * 8, values);
    }

    static string Number(BtfType type, ulong value) => (type.KindFlag, type.SizeOrType) switch
    {
        (true, _) => ((long)value).ToString(),
        (false, <= 4) => ((uint)value).ToString(),
        _ => value.ToString(),
    };

    // Members of unnamed structs and unions inside are found under their own names, as in C.
    Dictionary<string, string> Fields(BtfType type)
    {
        var result = new Dictionary<string, string>();
        Add(type);
        return result;

        void Add(BtfType aggregate)
        {
            foreach (BtfMember member in aggregate.Members)
            {
                BtfType target = btf.Types[(int)member.Type];
                if (member.Name.Length == 0) Add(target);
                else if (!aggregate.KindFlag || member.Value >> 24 == 0) result.TryAdd(member.Name, TypeSpelling.Of(btf, member.Type));
            }
        }
    }

    static SortedDictionary<string, T> Sorted<T>(IEnumerable<string> names, Func<string, T> value)
    {
        var result = new SortedDictionary<string, T>(StringComparer.Ordinal);
        foreach (string name in names) result.Add(name, value(name));
        return result;
    }

    static Dictionary<string, BtfType> ByName(BtfFile btf, BtfKind kind)
    {
        var result = new Dictionary<string, BtfType>();
        foreach (BtfType type in btf.Types)
            if (type.Kind == kind && type.Name.Length > 0) result.TryAdd(type.Name, type);
        return result;
    }
}

/// <summary>Names that the import takes besides <c>scx_bpf_*</c> functions.</summary>
/// <param name="Functions">Kernel functions.</param>
/// <param name="NotFunctions">Symbols that look like kernel functions of sched_ext and are not.</param>
/// <param name="Enums">Enums.</param>
/// <param name="Structs">Structs.</param>
/// <param name="TracepointPrefixes">What the names of tracepoints begin with.</param>
/// <param name="Attachable">Functions that programs attach to.</param>
public sealed record WantedNames(
    IReadOnlySet<string> Functions, IReadOnlySet<string> NotFunctions, IReadOnlySet<string> Enums, IReadOnlySet<string> Structs,
    IReadOnlyCollection<string> TracepointPrefixes, IReadOnlySet<string> Attachable);
