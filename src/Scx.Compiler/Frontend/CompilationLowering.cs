using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>Lowers each class with <c>[SchedExtOps]</c> of a compilation, and again what changes when methods are given other bodies.</summary>
internal sealed class CompilationLowering
{
    private readonly ImmutableArray<ModuleLowering> schedulers;
    private readonly ImmutableArray<ScxDiagnostic> misdeclared;

    /// <summary>Finds the schedulers and lowers what is declared.</summary>
    /// <param name="semantics">What the user's project means.</param>
    /// <param name="place">What spans become in the IR; null to leave them as they are.</param>
    /// <param name="cancellation">Stops the work.</param>
    public CompilationLowering(Semantics semantics, Func<SourceSpan, SourceSpan>? place, CancellationToken cancellation)
    {
        var diagnostics = new DiagnosticBag();
        var models = SchedulerDiscovery.Find(semantics.Compilation, diagnostics, cancellation);
        semantics.Prepare(models.SelectMany(model => MethodsOf(model.Class, cancellation)), cancellation);
        misdeclared = place is null ? diagnostics.All : [.. diagnostics.All.Select(diagnostic => Relocation.Of(diagnostic, place))];
        schedulers = [.. models.Select(model => new ModuleLowering(semantics, model, place))];
    }

    private static IEnumerable<MethodDeclarationSyntax> MethodsOf(INamedTypeSymbol scheduler, CancellationToken cancellation) =>
        scheduler.DeclaringSyntaxReferences.SelectMany(part => ((TypeDeclarationSyntax)part.GetSyntax(cancellation)).Members).OfType<MethodDeclarationSyntax>();

    /// <summary>Lowers the methods.</summary>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Null if what was lowered before cannot be told from what is new.</returns>
    public FrontEndResult? Lower(CancellationToken cancellation)
    {
        var diagnostics = new DiagnosticBag();
        diagnostics.Report(misdeclared);
        var modules = ImmutableArray.CreateBuilder<Module>();
        foreach (var scheduler in schedulers)
        {
            var own = new DiagnosticBag();
            if (scheduler.Lower(own, cancellation) is not { } module)
                return null;
            diagnostics.Report(own.Sorted());
            if (!own.HasErrors)
                modules.Add(module);
        }
        return new(modules.ToImmutable(), diagnostics.Sorted());
    }
}
