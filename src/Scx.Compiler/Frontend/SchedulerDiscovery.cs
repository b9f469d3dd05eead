using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Scx.Compiler.Diagnostics;

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

    private static bool Check(INamedTypeSymbol type, AttributeData attribute, DiagnosticBag diagnostics)
    {
        var span = Spans.Of(type);
        string name = attribute.Text(0);
        bool right = true;
        void Wrong(DiagnosticRule rule, params string[] arguments)
        {
            diagnostics.Report(rule, span, arguments);
            right = false;
        }

        if (!DerivesFromScheduler(type))
            Wrong(Rules.NotAScheduler, type.Name);
        if (type.IsAbstract || type.IsGenericType)
            Wrong(Rules.OpenScheduler, type.Name, type.IsAbstract ? "abstract" : "generic");
        if (!Names.IsSchedulerName(name))
            Wrong(Rules.SchedulerName, name);
        if (attribute.Named("TimeoutMs", 0u) is > OpsTable.MaxTimeoutMs and var timeout)
            Wrong(Rules.TimeoutTooLong, timeout.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (attribute.Named("DispatchMaxBatch", 0u) is > int.MaxValue and var batch)
            Wrong(Rules.BatchTooLarge, batch.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (OpsTable.UnknownFlags(attribute) is > 0 and var unknown)
            Wrong(Rules.UnknownOpsFlags, $"0x{unknown:x}");
        if (MinimumKernel.Declared(type, attribute) is { } kernel && !MinimumKernel.IsValid(kernel))
            Wrong(Rules.MinimumKernel, kernel);
        if (attribute.Named("License", "GPL") is var license && !CompatibleLicenses.Contains(license))
            Wrong(Rules.LicenseNotCompatible, license, string.Join(", ", CompatibleLicenses.Select(l => $"'{l}'")));
        return right;
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
