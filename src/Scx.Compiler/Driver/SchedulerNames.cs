using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Scx.Compiler.Driver;

/// <summary>Reads the names of schedulers and other objects off the source, which works for sources with errors too.</summary>
internal static class SchedulerNames
{
    public static ImmutableArray<string> In(CSharpCompilation compilation) =>
    [
        .. compilation.SyntaxTrees
            .SelectMany(tree => tree.GetRoot().DescendantNodes(node => node is not MemberDeclarationSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
            .OfType<AttributeSyntax>()
            .Where(attribute => CscResponseFile.Markers.Any(marker => IsNamed(attribute, marker)))
            .Select(attribute => attribute.ArgumentList?.Arguments.FirstOrDefault()?.Expression)
            .OfType<LiteralExpressionSyntax>()
            .Select(literal => literal.Token.ValueText)
            .Where(name => name.Length > 0 && !name.Contains('/')),
    ];

    static bool IsNamed(AttributeSyntax attribute, string marker) =>
        attribute.Name.ToString() is var name && (name.EndsWith(marker, StringComparison.Ordinal) || name.EndsWith(marker + "Attribute", StringComparison.Ordinal));
}
