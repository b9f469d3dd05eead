using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Scx.Compiler.Diagnostics;

namespace Scx.Compiler.Frontend;

/// <summary>Says in the kernel's terms what C# says of a write to a field of a kernel object that schedulers may only read.</summary>
public static class ReadOnlyFields
{
    // "The set accessor is inaccessible", "it is read only".
    private static readonly ImmutableHashSet<string> Errors = ["CS0272", "CS0200"];

    /// <summary>The writes among the C# errors of a compilation.</summary>
    /// <param name="compilation">The user's project.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static ImmutableArray<ScxDiagnostic> Find(CSharpCompilation compilation, CancellationToken cancellation) =>
    [
        .. from error in compilation.GetDiagnostics(cancellation)
           where Errors.Contains(error.Id) && error.Location.SourceTree is not null
           let tree = error.Location.SourceTree!
           let node = tree.GetRoot(cancellation).FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true)
           let found = compilation.GetSemanticModel(tree).GetSymbolInfo(node, cancellation)
           let property = (found.Symbol ?? found.CandidateSymbols.FirstOrDefault()) as IPropertySymbol
           where property?.Attribute(KnownSymbols.KernelFieldAttribute) is not null
           select new ScxDiagnostic(Rules.FieldReadOnly, Spans.Of(error.Location), [property.Name]),
    ];
}
