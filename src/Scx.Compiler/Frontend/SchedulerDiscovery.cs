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
            if (type.Attribute(KnownSymbols.SchedExtOpsAttribute) is { } attribute)
            {
                var form = Form(type);
                if (Check(type, form, attribute, diagnostics) && form is not null)
                    models.Add(Model(type, attribute, form, diagnostics));
            }
            else if (type.Attribute(KnownSymbols.BpfObjectAttribute) is { } programs && CheckPrograms(type, programs, diagnostics))
            {
                models.Add(Model(type, programs, null, diagnostics));
            }
        }
        foreach (var twice in models.GroupBy(m => m.Name).SelectMany(same => same.Skip(1)))
            diagnostics.Report(Rules.SchedulerNameTwice, Spans.Of(twice.Class), twice.Name);
        return models.ToImmutable();
    }

    private static SchedulerModel Model(INamedTypeSymbol type, AttributeData attribute, AttributeData? form, DiagnosticBag diagnostics)
    {
        var kernels = new TargetKernels(MinimumKernel.Of(type, attribute, form), MinimumKernel.Declared(type, attribute) is not null);
        return new SchedulerModel(type, attribute.Text(0), attribute, form, Callbacks(type, kernels.Oldest), ProgramDiscovery.Find(type, kernels, diagnostics));
    }

    /// <summary>Other members of types are not asked for: Roslyn would make symbols of all of them.</summary>
    private static IEnumerable<INamedTypeSymbol> Classes(INamespaceOrTypeSymbol container)
    {
        if (container is INamespaceSymbol outer)
        {
            foreach (var type in outer.GetNamespaceMembers().SelectMany(Classes))
                yield return type;
        }
        foreach (var inner in container.GetTypeMembers())
        {
            if (inner.TypeKind == TypeKind.Class)
                yield return inner;
            foreach (var type in Classes(inner))
                yield return type;
        }
    }

    /// <summary>Looks for mistakes in a declaration.</summary>
    /// <returns>Whether the class can be looked at as a scheduler all the same.</returns>
    private static bool Check(INamedTypeSymbol type, AttributeData? form, AttributeData attribute, DiagnosticBag diagnostics)
    {
        if (form is null)
            diagnostics.Report(Rules.NotAScheduler, Spans.Of(type), type.Name);
        CheckNumbers(attribute, diagnostics);
        return CheckObject(type, form, attribute, diagnostics);
    }

    /// <summary>Looks for mistakes in the declaration of a class of programs without callbacks.</summary>
    /// <returns>Whether the class can be looked at all the same.</returns>
    private static bool CheckPrograms(INamedTypeSymbol type, AttributeData attribute, DiagnosticBag diagnostics)
    {
        if (Form(type) is not null)
        {
            diagnostics.Report(Rules.SchedulerAsPrograms, Spans.Of(type), type.Name);
            return false;
        }
        if (!ProgramDiscovery.HasAny(type))
            diagnostics.Report(Rules.NoPrograms, Spans.Of(type), type.Name);
        return CheckObject(type, null, attribute, diagnostics);
    }

    private static bool CheckObject(INamedTypeSymbol type, AttributeData? form, AttributeData attribute, DiagnosticBag diagnostics)
    {
        bool open = type.IsAbstract || type.IsGenericType;
        if (open)
            diagnostics.Report(Rules.OpenScheduler, Spans.Of(type), type.Name, type.IsAbstract ? "abstract" : "generic");
        if (!Names.IsSchedulerName(attribute.Text(0)))
            diagnostics.Report(Rules.SchedulerName, Place(attribute, null), attribute.Text(0));
        if (attribute.Named("License", "GPL") is var license && !CompatibleLicenses.Contains(license))
            diagnostics.Report(Rules.LicenseNotCompatible, Place(attribute, "License"), license, string.Join(", ", CompatibleLicenses.Select(l => $"'{l}'")));
        return CheckKernel(type, form, attribute, diagnostics) && !open;
    }

    /// <summary>Looks at the oldest kernel that is declared.</summary>
    /// <returns>Whether it can be known which kernels the scheduler is for.</returns>
    private static bool CheckKernel(INamedTypeSymbol type, AttributeData? form, AttributeData attribute, DiagnosticBag diagnostics)
    {
        if (MinimumKernel.Declared(type, attribute) is not { } declared)
            return true;
        if (!MinimumKernel.IsValid(declared))
        {
            diagnostics.Report(Rules.MinimumKernel, Place(attribute, "MinimumKernel"), declared);
            return false;
        }
        if (form?.Named<string?>("Since", null) is { } since && Version.Parse(since) > Version.Parse(declared))
            diagnostics.Report(Rules.FormNewerThanMinimum, Place(attribute, "MinimumKernel"), type.Name, since, declared);
        return true;
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

    /// <summary>What the base class of a scheduler says of its table of callbacks; null if the class is no scheduler.</summary>
    private static AttributeData? Form(INamedTypeSymbol type)
    {
        for (var at = type.BaseType; at is not null; at = at.BaseType)
        {
            if (at.Attribute(KnownSymbols.OpsTableAttribute) is { } form)
                return form;
        }
        return null;
    }

    /// <summary>The callbacks overridden by the class or by one between it and Scheduler; the most derived override counts.</summary>
    private static ImmutableArray<CallbackOverride> Callbacks(INamedTypeSymbol type, Version floor)
    {
        var overrides = new Dictionary<IMethodSymbol, IMethodSymbol>(SymbolEqualityComparer.Default);
        var root = type;
        for (var at = type; at is not null && !at.IsSchedulerBase(); at = at.BaseType)
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
        for (var bound = root; bound?.IsSchedulerBase() == true; bound = bound.BaseType)
        {
            foreach (var slot in bound.GetMembers().OfType<IMethodSymbol>())
            {
                if (overrides.TryGetValue(slot, out var method) && slot.Attribute(KnownSymbols.CallbackAttribute) is { } callback)
                    callbacks.Add(Override(callback, method, floor));
            }
        }
        return callbacks.ToImmutable();
    }

    /// <summary>What a scheduler may have: the callbacks of its base classes, by the names that rules go by, and programs beside them.</summary>
    public static HashSet<string> CallbackNames(INamedTypeSymbol scheduler)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { ProgramEntry.SyscallContext, ProgramEntry.TracingContext };
        for (var at = scheduler.BaseType; at is not null; at = at.BaseType)
        {
            foreach (var callback in at.GetMembers().Select(m => at.IsSchedulerBase() ? m.Attribute(KnownSymbols.CallbackAttribute) : null))
            {
                if (callback is not null)
                    names.Add(callback.Named<string?>("CpuForm", null) ?? callback.Text(0));
            }
        }
        return names;
    }

    private static CallbackOverride Override(AttributeData callback, IMethodSymbol method, Version floor)
    {
        string name = callback.Text(0);
        bool maySleep = callback.Named("MaySleep", false) || (callback.Named<string?>("MaySleepSince", null) is { } since && Version.Parse(since) <= floor);
        return new CallbackOverride(name, maySleep, method)
        {
            Since = callback.Named<string?>("Since", null),
            Rules = callback.Named<string?>("CpuForm", null) ?? name,
        };
    }
}
