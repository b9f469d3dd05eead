using Microsoft.CodeAnalysis;

namespace Scx.Compiler.Frontend;

/// <summary>The oldest kernel that a scheduler says it is for.</summary>
internal static class MinimumKernel
{
    /// <summary>As it is written: of the scheduler's attribute, or of its assembly; null if neither says.</summary>
    public static string? Declared(INamedTypeSymbol scheduler, AttributeData attribute) =>
        attribute.Named<string?>("MinimumKernel", null)
        ?? scheduler.ContainingAssembly.Attribute(KnownSymbols.MinimumKernelAttribute)?.Text(0);

    /// <summary>Two numbers, of a kernel that has sched_ext.</summary>
    public static bool IsValid(string version) =>
        version.Split('.').Length == 2 && Version.TryParse(version, out var parsed) && parsed >= KernelBindings.Oldest;

    /// <summary>What bindings are measured by: no kernel before the scheduler's form, whatever is declared.</summary>
    public static Version Of(INamedTypeSymbol scheduler, AttributeData attribute, AttributeData? form)
    {
        var declared = Declared(scheduler, attribute) is { } version ? Version.Parse(version) : KernelBindings.Oldest;
        return form?.Named<string?>("Since", null) is { } since && Version.Parse(since) is var first && first > declared ? first : declared;
    }

    /// <summary>What bindings are measured by: no kernel before the scheduler's form, whatever is declared.</summary>
    public static Version Of(SchedulerModel model) => Of(model.Class, model.Attribute, model.Form);
}
