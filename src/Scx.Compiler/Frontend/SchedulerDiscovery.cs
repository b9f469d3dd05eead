using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>Finds the schedulers of a compilation.</summary>
internal static class SchedulerDiscovery
{
    // license_is_gpl_compatible, include/linux/license.h, 7.3.
    private static readonly ImmutableArray<string> CompatibleLicenses =
        ["GPL", "GPL v2", "GPL and additional rights", "Dual BSD/GPL", "Dual MIT/GPL", "Dual MPL/GPL"];

    public static ImmutableArray<SchedulerModel> Find(Compilation compilation, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var models = ImmutableArray.CreateBuilder<SchedulerModel>();
        foreach (var type in Classes(compilation.Assembly.GlobalNamespace))
        {
            cancellation.ThrowIfCancellationRequested();
            if (type.Attribute(KnownSymbols.SchedExtOpsAttribute) is { } attribute && Check(type, attribute, diagnostics))
                models.Add(new SchedulerModel(type, attribute.Text(0), attribute, Callbacks(type), ProgramDiscovery.Find(type, diagnostics)));
        }
        foreach (var twice in models.GroupBy(m => m.Name).SelectMany(same => same.Skip(1)))
            diagnostics.Report(Rules.SchedulerNameTwice, Spans.Of(twice.Class), twice.Name);
        return models.ToImmutable();
    }

    private static IEnumerable<INamedTypeSymbol> Classes(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is not INamespaceOrTypeSymbol inner)
                continue;
            if (inner is INamedTypeSymbol { TypeKind: TypeKind.Class } type)
                yield return type;
            foreach (var type2 in Classes(inner))
                yield return type2;
        }
    }

    /// <summary>Looks for mistakes in a declaration.</summary>
    /// <returns>Whether the class can be looked at as a scheduler all the same.</returns>
    private static bool Check(INamedTypeSymbol type, AttributeData attribute, DiagnosticBag diagnostics)
    {
        bool derives = DerivesFromScheduler(type), open = type.IsAbstract || type.IsGenericType;
        if (!derives)
            diagnostics.Report(Rules.NotAScheduler, Spans.Of(type), type.Name);
        if (open)
            diagnostics.Report(Rules.OpenScheduler, Spans.Of(type), type.Name, type.IsAbstract ? "abstract" : "generic");
        CheckNumbers(attribute, diagnostics);
        if (!Names.IsSchedulerName(attribute.Text(0)))
            diagnostics.Report(Rules.SchedulerName, Place(attribute, null), attribute.Text(0));
        if (attribute.Named("License", "GPL") is var license && !CompatibleLicenses.Contains(license))
            diagnostics.Report(Rules.LicenseNotCompatible, Place(attribute, "License"), license, string.Join(", ", CompatibleLicenses.Select(l => $"'{l}'")));
        if (MinimumKernel.Declared(type, attribute) is not { } kernel || MinimumKernel.IsValid(kernel))
            return derives && !open;
        diagnostics.Report(Rules.MinimumKernel, Place(attribute, "MinimumKernel"), kernel);
        return false;
    }

    private static void CheckNumbers(AttributeData attribute, DiagnosticBag diagnostics)
    {
        if (attribute.Named("TimeoutMs", 0u) is > OpsTable.MaxTimeoutMs and var timeout)
            diagnostics.Report(Rules.TimeoutTooLong, Place(attribute, "TimeoutMs"), timeout.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (attribute.Named("DispatchMaxBatch", 0u) is > int.MaxValue and var batch)
            diagnostics.Report(Rules.BatchTooLarge, Place(attribute, "DispatchMaxBatch"), batch.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (OpsTable.UnknownFlags(attribute) is > 0 and var unknown)
            diagnostics.Report(Rules.UnknownOpsFlags, Place(attribute, "Flags"), $"0x{unknown:x}");
    }

    /// <summary>Where an argument of the attribute stands: the one that sets a property, or, of null, the first; the attribute if it is not written there.</summary>
    private static SourceSpan Place(AttributeData attribute, string? property)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax() is not AttributeSyntax written)
            return SourceSpan.None;
        var argument = written.ArgumentList?.Arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.Text == property);
        return Spans.Of((SyntaxNode?)argument ?? written);
    }

    private static bool DerivesFromScheduler(INamedTypeSymbol type)
    {
        for (var at = type.BaseType; at is not null; at = at.BaseType)
        {
            if (at.MetadataNameIs(KnownSymbols.Scheduler))
                return true;
        }
        return false;
    }

    /// <summary>The callbacks overridden by the class or by one between it and Scheduler; the most derived override counts.</summary>
    private static ImmutableArray<CallbackOverride> Callbacks(INamedTypeSymbol type)
    {
        var overrides = new Dictionary<IMethodSymbol, IMethodSymbol>(SymbolEqualityComparer.Default);
        var root = type;
        for (var at = type; at is not null && !at.MetadataNameIs(KnownSymbols.Scheduler); at = at.BaseType)
        {
            foreach (var method in at.GetMembers().OfType<IMethodSymbol>().Where(m => m.IsOverride))
            {
                var slot = method;
                while (slot.OverriddenMethod is { } overridden)
                    slot = overridden;
                if (!overrides.ContainsKey(slot))
                    overrides.Add(slot, method);
            }
            root = at.BaseType ?? root;
        }
        var callbacks = ImmutableArray.CreateBuilder<CallbackOverride>();
        foreach (var slot in root.GetMembers().OfType<IMethodSymbol>())
        {
            if (overrides.TryGetValue(slot, out var method) && slot.Attribute(KnownSymbols.CallbackAttribute) is { } callback)
                callbacks.Add(new CallbackOverride(callback.Text(0), callback.Named("MaySleep", false), method) { Since = callback.Named<string?>("Since", null) });
        }
        return callbacks.ToImmutable();
    }
}
