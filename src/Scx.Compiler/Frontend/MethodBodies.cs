using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Scx.Compiler.Frontend;

/// <summary>Which parts of a file only say what a method does, so that nothing but the method itself changes with them.</summary>
internal static class MethodBodies
{
    /// <summary>
    /// The bodies of methods, in the order of the file. Left out are those that more may hang on: of a property (which may name <c>field</c>), of a type with a
    /// primary constructor (which may keep its parameters), and those with directives, which go on behind the body. Left out too are expressions, of which Roslyn
    /// does not say what may be null when they are not those of the compilation.
    /// </summary>
    public static IEnumerable<BlockSyntax> In(SyntaxNode root) =>
        from method in root.DescendantNodes(MayHold).OfType<MethodDeclarationSyntax>()
        where method.Parent is TypeDeclarationSyntax type && MayHold(type) && method.Body is { ContainsDirectives: false }
        select method.Body;

    /// <summary>The method that a body is of.</summary>
    public static MethodDeclarationSyntax MethodOf(BlockSyntax body) => (MethodDeclarationSyntax)body.Parent!;

    private static bool MayHold(SyntaxNode node) => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax
        or (ClassDeclarationSyntax or StructDeclarationSyntax or RecordDeclarationSyntax or InterfaceDeclarationSyntax) and TypeDeclarationSyntax { ParameterList: null };
}
