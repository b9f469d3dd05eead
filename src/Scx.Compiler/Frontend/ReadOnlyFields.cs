using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scx.Compiler.Diagnostics;

namespace Scx.Compiler.Frontend;

/// <summary>
/// Says in the kernel's terms what C# says of a write to a field of a kernel object that schedulers may only read. Only members that write to something of
/// such a name are asked for their errors: to ask a whole project costs more than to lower and analyse it.
/// </summary>
public static class ReadOnlyFields
{
    // "The set accessor is inaccessible", "it is read only".
    private static readonly ImmutableHashSet<string> Errors = ["CS0272", "CS0200"];

    /// <summary>The writes among the C# errors of a compilation.</summary>
    /// <param name="compilation">The user's project.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static ImmutableArray<ScxDiagnostic> Find(CSharpCompilation compilation, CancellationToken cancellation)
    {
        if (compilation.GetTypeByMetadataName(KnownSymbols.KernelFieldAttribute)?.ContainingAssembly is not { } sdk)
            return [];
        var names = new HashSet<string>(Types(sdk.GlobalNamespace).SelectMany(type => type.GetMembers()).OfType<IPropertySymbol>().Where(IsReadOnly).Select(field => field.Name));
        var found = ImmutableArray.CreateBuilder<ScxDiagnostic>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            var root = tree.GetRoot(cancellation);
            var written = WrittenNames.In(root).Where(name => names.Contains(name.Identifier.ValueText)).ToList();
            if (written.Count == 0)
                continue;
            var model = compilation.GetSemanticModel(tree);
            var members = written.Where(name => FieldAt(name, model, cancellation) is not null)
                .Select(name => name.FirstAncestorOrSelf<MemberDeclarationSyntax>()).OfType<MemberDeclarationSyntax>().Distinct();
            found.AddRange(
                from error in members.SelectMany(member => model.GetDiagnostics(member.FullSpan, cancellation)).Distinct()
                where Errors.Contains(error.Id)
                let field = FieldAt(root.FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true), model, cancellation)
                where field is not null
                select new ScxDiagnostic(Rules.FieldReadOnly, Spans.Of(error.Location), [field.Name, "schedulers", "Scx.Slice, Scx.DsqVtime and Scx.Disallow of a task only"]));
        }
        return found.ToImmutable();
    }

    private static IPropertySymbol? FieldAt(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        var named = model.GetSymbolInfo(node, cancellation);
        return (named.Symbol ?? named.CandidateSymbols.FirstOrDefault()) is IPropertySymbol property && property.Attribute(KnownSymbols.KernelFieldAttribute) is not null ? property : null;
    }

    private static bool IsReadOnly(IPropertySymbol property) =>
        property.SetMethod?.DeclaredAccessibility != Accessibility.Public && property.Attribute(KnownSymbols.KernelFieldAttribute) is not null;

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol container) =>
        container.GetTypeMembers().Concat(container.GetNamespaceMembers().SelectMany(Types));
}
