using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>Reads what the Sdk's attributes say of kernel functions and enum values.</summary>
/// <param name="floor">The oldest kernel that the scheduler is for.</param>
/// <param name="callbacks">The callbacks that a scheduler of its form may have, by the names that rules go by, and the other kinds of programs.</param>
internal sealed class KernelBindings(Version floor, IReadOnlyCollection<string> callbacks)
{
    /// <summary>The first kernel with sched_ext that has long-term support; bindings since a later one need a guard.</summary>
    public static readonly Version Oldest = new(6, 12);

    private readonly Dictionary<IMethodSymbol, KernelFunction?> functions = new(SymbolEqualityComparer.Default);

    /// <summary>The kernel function that a method is bound to, or null.</summary>
    public KernelFunction? Function(IMethodSymbol method)
    {
        method = method.OriginalDefinition;
        if (functions.TryGetValue(method, out var known))
            return known;
        var function = Read(method);
        functions.Add(method, function);
        return function;
    }

    /// <summary>The helper that a method is bound to, or null.</summary>
    public static Helper? Helper(IMethodSymbol method) =>
        method.Attribute(KnownSymbols.HelperAttribute) is { } attribute
            ? new Helper(attribute.Text(0), (int)attribute.ConstructorArguments[1].Value!)
            {
                Effects = BindingEffects.Of(method),
                Zeros = attribute.Named("Zeros", 0),
            }
            : null;

    /// <summary>The kernel enum value that a field is bound to, or null.</summary>
    public KernelEnumConstant? EnumValue(IFieldSymbol field)
    {
        if (!field.HasConstantValue || field.Attribute(KnownSymbols.KernelEnumValueAttribute) is not { } attribute)
            return null;
        bool optional = NewerThanFloor(attribute) || attribute.Named<string?>("Until", null) is not null;
        return new KernelEnumConstant(attribute.Text(0), attribute.Text(1), ConstantNumber(field.ConstantValue!), optional);
    }

    /// <summary>
    /// A field that is newer than the oldest kernel that the scheduler is for; null if that has it, or if the struct is as new: whoever holds one has
    /// its fields.
    /// </summary>
    public NewerField? NewerField(IPropertySymbol property, AttributeData binding)
    {
        if (!NewerThanFloor(binding))
            return null;
        string since = binding.Named("Since", "");
        var fields = property.ContainingType.GetMembers().OfType<IPropertySymbol>().Select(p => p.Attribute(KnownSymbols.KernelFieldAttribute)).OfType<AttributeData>();
        return fields.Any(field => field.Named<string?>("Since", null) is not { } first || Version.Parse(first) < Version.Parse(since))
            ? new NewerField(property.ContainingType.Name, property.Name, since)
            : null;
    }

    /// <summary>A field that newer kernels have no longer, or null; one that counts as 0 there needs no question.</summary>
    public static GoneField? GoneField(IPropertySymbol property, AttributeData binding) =>
        binding.Named<string?>("Until", null) is { } until && !binding.Named("ZeroIfAbsent", false)
            ? new GoneField(property.ContainingType.Name, property.Name, until)
            : null;

    /// <summary>Whether a field is bound to a kernel enum value.</summary>
    public static bool IsEnumValue(IFieldSymbol field) => field.HasConstantValue && field.Attribute(KnownSymbols.KernelEnumValueAttribute) is not null;

    /// <summary>A C# constant as the 64 bits of an IR constant.</summary>
    public static long ConstantNumber(object value) => value switch
    {
        bool b => b ? 1 : 0,
        char c => c,
        ulong u => unchecked((long)u),
        _ => System.Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture),
    };

    private KernelFunction? Read(IMethodSymbol method)
    {
        var bindings = method.GetAttributes().Where(a => a.Is(KnownSymbols.KfuncAttribute)).ToList();
        if (bindings.Count == 0)
            return null;
        int arguments = method.Parameters.Length + (method.IsStatic ? 0 : 1);
        bool optional = bindings.All(NewerThanFloor);
        string? since = optional ? bindings.Select(b => b.Named<string?>("Since", null)).OrderBy(v => Version.Parse(v!)).First() : null;
        string? gone = Gone(bindings);
        var forms = Needed(bindings).Select(b => Form(b, arguments)).ToList();
        bool fallback = Helper(method) is not null;
        if (Helper(method) is { } helper)
            forms.Add(HelperForm(helper, forms[0]));
        string own = method.AssociatedSymbol?.Name ?? method.Name;
        string name = method.ContainingType.IsSchedulerBase() ? own : $"{method.ContainingType.Name}.{own}";
        return new KernelFunction(name, [.. forms])
        {
            AllowedCallbacks = Allowed(method),
            InAnyProgram = BindingEffects.InAnyProgram(method),
            Sleepable = BindingEffects.Sleeps(method),
            Effects = BindingEffects.Of(method),
            Scheduling = BindingEffects.Scheduling(method),
            IteratorNext = method.Name == "MoveNext" && method.ContainingType.Attribute(KnownSymbols.KernelIteratorAttribute) is not null,
            CpuFormOnly = CpuFormOnly(method),
            Optional = !fallback && (optional || gone is not null),
            Since = fallback ? null : since,
            Until = fallback ? null : gone,
        };
    }

    /// <summary>Where a function may be called, as far as schedulers of the form have such callbacks; none of them if it has others only.</summary>
    private ImmutableArray<string> Allowed(IMethodSymbol method)
    {
        var all = (method.Attribute(KnownSymbols.AllowedInAttribute)?.ConstructorArguments[0].Values ?? []).Select(a => (string)a.Value!).ToImmutableArray();
        var own = all.Where(callbacks.Contains).ToImmutableArray();
        return own.IsEmpty ? all : own;
    }

    /// <summary>What schedulers of the cid form use instead of a member that is not for them, or nothing; null if it is for them.</summary>
    public static string? CpuFormOnly(ISymbol member) =>
        member.Attribute(KnownSymbols.CpuFormOnlyAttribute) is { } attribute ? attribute.Text(0) : null;

    /// <summary>The forms that kernels from the floor on may need: none that were gone by then, and none behind one that is there by then.</summary>
    private IEnumerable<AttributeData> Needed(IReadOnlyList<AttributeData> bindings)
    {
        var lasting = bindings.Where(b => b.IsInKernelsFrom(floor)).ToList();
        if (lasting.Count == 0)
            return bindings;
        int last = lasting.FindIndex(b => !NewerThanFloor(b) && b.Named<string?>("Until", null) is null);
        return last < 0 ? lasting : lasting.Take(last + 1);
    }

    /// <summary>The version from which on no form is left, or null.</summary>
    private static string? Gone(List<AttributeData> bindings)
    {
        var ends = bindings.Select(b => b.Named<string?>("Until", null)).ToList();
        return ends.Contains(null) ? null : ends.OrderByDescending(v => Version.Parse(v!)).First();
    }

    private bool NewerThanFloor(AttributeData attribute) =>
        attribute.Named<string?>("Since", null) is { } since && Version.Parse(since) > floor;

    private static KernelFunctionForm Form(AttributeData attribute, int arguments)
    {
        var (returnType, parameters) = Prototype.Parse(attribute.Named("Prototype", ""));
        ArgumentPacking? packing = null;
        if (attribute.Named<string?>("ArgumentStruct", null) is { } packed)
        {
            var structure = Prototype.ParseStruct(packed, attribute.Named("ArgumentFields", ""));
            packing = new ArgumentPacking(structure, arguments - structure.Fields.Length);
        }
        return new KernelFunctionForm(attribute.Text(0), returnType, parameters, packing)
        {
            ArgumentOrder = [.. attribute.NamedArguments.Where(a => a.Key == "ArgumentOrder").SelectMany(a => a.Value.Values).Select(v => (int)v.Value!)],
        };
    }

    /// <summary>A helper that does what a kernel function does, for kernels without the function.</summary>
    private static KernelFunctionForm HelperForm(Helper helper, KernelFunctionForm like) => like with { Symbol = helper.Name, Helper = helper };
}
