using Microsoft.CodeAnalysis;

namespace Scx.Compiler.Frontend;

/// <summary>The Sdk as the compiler knows it: by metadata name. A test checks that each name exists.</summary>
public static class KnownSymbols
{
    /// <summary>The base class of schedulers.</summary>
    public const string Scheduler = "Scx.Scheduler";

    /// <summary>Makes a class the base of schedulers, and says what table of callbacks they have.</summary>
    public const string OpsTableAttribute = "Scx.Bindings.OpsTableAttribute";

    /// <summary>What schedulers of the cid form may not use.</summary>
    public const string CpuFormOnlyAttribute = "Scx.Bindings.CpuFormOnlyAttribute";

    /// <summary>Its comparison of virtual times, which is lowered as an operator.</summary>
    internal const string VtimeBefore = "VtimeBefore";

    /// <summary>Its method that ends the scheduler with a message.</summary>
    internal const string Error = "Error";

    /// <summary>Text of the kernel.</summary>
    public const string KernelString = "Scx.KernelString";

    /// <summary>An interpolated string that the kernel prints.</summary>
    public const string KernelMessage = "Scx.KernelMessage";

    /// <summary>Atomic operations that order nothing.</summary>
    public const string Relaxed = "Scx.Relaxed";

    /// <summary>What the running kernel has.</summary>
    public const string Kernel = "Scx.Kernel";

    /// <summary>Says the oldest kernel that a project's schedulers are for.</summary>
    public const string MinimumKernelAttribute = "Scx.MinimumKernelAttribute";

    /// <summary>Makes a class a scheduler.</summary>
    public const string SchedExtOpsAttribute = "Scx.SchedExtOpsAttribute";

    /// <summary>Makes a class an object of programs without callbacks.</summary>
    public const string BpfObjectAttribute = "Scx.BpfObjectAttribute";

    /// <summary>Makes a field an option.</summary>
    public const string TunableAttribute = "Scx.TunableAttribute";

    /// <summary>Keeps a method a function of its own.</summary>
    public const string NoInlineAttribute = "Scx.NoInlineAttribute";

    /// <summary>Makes a method a function that the verifier walks through once.</summary>
    public const string GlobalAttribute = "Scx.GlobalAttribute";

    /// <summary>Makes a field a statistic.</summary>
    public const string StatAttribute = "Scx.StatAttribute";

    /// <summary>The base class of what makes a method a program beside the callbacks.</summary>
    public const string ProgramAttribute = "Scx.Bindings.ProgramAttribute";

    /// <summary>Binds a class to a kernel struct.</summary>
    public const string KernelStructAttribute = "Scx.Bindings.KernelStructAttribute";

    /// <summary>Binds a property to a kernel field.</summary>
    public const string KernelFieldAttribute = "Scx.Bindings.KernelFieldAttribute";

    /// <summary>Binds a ref struct to an iterator of the kernel.</summary>
    public const string KernelIteratorAttribute = "Scx.Bindings.KernelIteratorAttribute";

    /// <summary>Binds a constant to a kernel enum value.</summary>
    public const string KernelEnumValueAttribute = "Scx.Bindings.KernelEnumValueAttribute";

    /// <summary>Binds a method to a kernel function.</summary>
    public const string KfuncAttribute = "Scx.Bindings.KfuncAttribute";

    /// <summary>Says what the verifier has to know of a kernel function.</summary>
    public const string KernelFunctionFlagsAttribute = "Scx.Bindings.KernelFunctionFlagsAttribute";

    /// <summary>Says that a call begins or ends a section.</summary>
    public const string SectionAttribute = "Scx.Bindings.SectionAttribute";

    /// <summary>Makes a struct a scope, which holds nothing but what ends its section.</summary>
    public const string ScopeAttribute = "Scx.Bindings.ScopeAttribute";

    /// <summary>Says when the kernel calls what a method hands over.</summary>
    public const string CallsBackAttribute = "Scx.Bindings.CallsBackAttribute";

    /// <summary>Binds a type to state of the kernel's in the scheduler's memory.</summary>
    public const string KernelStateAttribute = "Scx.Bindings.KernelStateAttribute";

    /// <summary>Binds a class to state of the kernel's in the frame of the method that makes it.</summary>
    public const string FrameStateAttribute = "Scx.Bindings.FrameStateAttribute";

    /// <summary>Makes a struct a slot that owns a kernel object.</summary>
    public const string KptrSlotAttribute = "Scx.Bindings.KptrSlotAttribute";

    /// <summary>Says that a call takes what is given to a parameter.</summary>
    public const string HandsOverAttribute = "Scx.Bindings.HandsOverAttribute";

    /// <summary>Binds a delegate to a function that the kernel calls back.</summary>
    public const string KernelCallbackAttribute = "Scx.Bindings.KernelCallbackAttribute";

    /// <summary>Names the method whose kernel function takes the callback.</summary>
    public const string CallbackSetByAttribute = "Scx.Bindings.CallbackSetByAttribute";

    /// <summary>The base class of objects on the kernel's heap.</summary>
    public const string AllocatedObject = "Scx.AllocatedObject";

    /// <summary>A map that can be given to a kernel function.</summary>
    public const string CallbackMap = "Scx.ICallbackMap`2";

    /// <summary>Says where a kernel function may be called.</summary>
    public const string AllowedInAttribute = "Scx.Bindings.AllowedInAttribute";

    /// <summary>Binds a method to a BPF helper.</summary>
    public const string HelperAttribute = "Scx.Bindings.HelperAttribute";

    /// <summary>Binds a virtual method to a member of the ops table.</summary>
    public const string CallbackAttribute = "Scx.Bindings.CallbackAttribute";

    /// <summary>A found map value.</summary>
    public const string Ref = "Scx.Ref`1";

    /// <summary>A record of a ring buffer that is being written.</summary>
    public const string RingBufferRecord = "Scx.RingBufferRecord`1";

    /// <summary>Marks an argument that has to lie in the caller's frame.</summary>
    public const string OnStackAttribute = "Scx.Bindings.OnStackAttribute";

    /// <summary>Marks a number of bits that the kernel takes as a number of words.</summary>
    public const string InWordsAttribute = "Scx.Bindings.InWordsAttribute";

    /// <summary>On a kernel function: what it does to queues and tasks.</summary>
    public const string SchedulingAttribute = "Scx.Bindings.SchedulingAttribute";

    /// <summary>What a tracepoint or function hands to programs.</summary>
    public const string ProgramArgumentsAttribute = "Scx.Bindings.ProgramArgumentsAttribute";

    /// <summary>Makes a class a kind of map.</summary>
    public const string MapTypeAttribute = "Scx.Bindings.MapTypeAttribute";

    /// <summary>Marks the type parameter of a map's keys.</summary>
    public const string MapKeyAttribute = "Scx.Bindings.MapKeyAttribute";

    /// <summary>Marks the type parameter of a map's values.</summary>
    public const string MapValueAttribute = "Scx.Bindings.MapValueAttribute";

    /// <summary>Says which number of a map a parameter or a property is.</summary>
    public const string MapDefinitionAttribute = "Scx.Bindings.MapDefinitionAttribute";

    /// <summary>Binds a method of a map to a helper.</summary>
    public const string MapHelperAttribute = "Scx.Bindings.MapHelperAttribute";

    /// <summary>Memory shared with user space.</summary>
    public const string Arena = "Scx.Arena";

    /// <summary>Makes a struct an address in the arena.</summary>
    public const string ArenaPointerAttribute = "Scx.Bindings.ArenaPointerAttribute";

    /// <summary>Makes a class an array of globals that the loader sizes.</summary>
    public const string GlobalArrayAttribute = "Scx.Bindings.GlobalArrayAttribute";

    /// <summary>Marks an argument that is followed by its size.</summary>
    public const string WithSizeAttribute = "Scx.Bindings.WithSizeAttribute";

    /// <summary>Marks the lambda that makes the maps in a map of maps.</summary>
    public const string MapTemplateAttribute = "Scx.Bindings.MapTemplateAttribute";

    /// <summary>Marks an argument that is passed by address.</summary>
    public const string ByAddressAttribute = "Scx.Bindings.ByAddressAttribute";

    /// <summary>Whether a symbol's attribute is the one named.</summary>
    /// <param name="attribute">An attribute.</param>
    /// <param name="metadataName">One of the constants here.</param>
    internal static bool Is(this AttributeData attribute, string metadataName) =>
        attribute.AttributeClass is { } type && type.MetadataNameIs(metadataName);

    /// <summary>The first attribute of that name, or null.</summary>
    internal static AttributeData? Attribute(this ISymbol symbol, string metadataName)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.Is(metadataName))
                return attribute;
        }
        return null;
    }

    /// <summary>Whether a type, or the generic type that it is an instance of, has that metadata name.</summary>
    internal static bool MetadataNameIs(this ITypeSymbol type, string metadataName)
    {
        int dot = metadataName.LastIndexOf('.');
        return type.MetadataName.Length == metadataName.Length - dot - 1
            && metadataName.EndsWith(type.MetadataName, StringComparison.Ordinal)
            && type.ContainingType is null
            && type.ContainingNamespace?.ToDisplayString() == metadataName.Substring(0, dot);
    }

    /// <summary>Whether a struct is an address in the arena.</summary>
    internal static bool IsArenaPointer(this ITypeSymbol type) =>
        type is INamedTypeSymbol { IsValueType: true } named && named.OriginalDefinition.Attribute(ArenaPointerAttribute) is not null;

    /// <summary>Whether a class is a base of schedulers, of the Sdk's and not the user's.</summary>
    internal static bool IsSchedulerBase(this ITypeSymbol type) => type.Attribute(OpsTableAttribute) is not null;

    /// <summary>Whether a class is where what the user has written of a scheduler, or of a class of programs, ends.</summary>
    internal static bool IsObjectBase(this ITypeSymbol type) => type.SpecialType == SpecialType.System_Object || type.IsSchedulerBase();

    /// <summary>Where the code of a scheduler, or of programs without one, runs first, in words.</summary>
    internal static string FirstCode(this ITypeSymbol type) =>
        type.SelfAndBases().Any(IsSchedulerBase) ? "Init" : "a [SyscallProgram] that user space runs first";

    /// <summary>A type and those that it derives from, the nearest first.</summary>
    internal static IEnumerable<ITypeSymbol> SelfAndBases(this ITypeSymbol type)
    {
        for (ITypeSymbol? at = type; at is not null; at = at.BaseType)
            yield return at;
    }

    /// <summary>Whether a kernel from a version on has what a binding describes.</summary>
    internal static bool IsInKernelsFrom(this AttributeData binding, Version oldest) =>
        binding.Named<string?>("Until", null) is not { } until || Version.Parse(until) > oldest;

    /// <summary>A named argument of an attribute, or a default.</summary>
    internal static T Named<T>(this AttributeData attribute, string name, T absent)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
                return argument.Value.Value is T value ? value : absent;
        }
        return absent;
    }

    /// <summary>A constructor argument of an attribute that is a text; empty as long as it is not written, which is an error of C#.</summary>
    internal static string Text(this AttributeData attribute, int index) =>
        index < attribute.ConstructorArguments.Length && attribute.ConstructorArguments[index].Value is string text ? text : "";
}
