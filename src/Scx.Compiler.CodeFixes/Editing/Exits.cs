using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Scx.Compiler.CodeFixes.Editing;

/// <summary>How to leave where something cannot go on.</summary>
internal static class Exits
{
    /// <summary>A statement that leaves the innermost loop's turn or the method, with the result that does no harm there.</summary>
    public static string From(SyntaxNode node)
    {
        for (var at = node; at is not null; at = at.Parent)
        {
            switch (at)
            {
                case ForStatementSyntax or ForEachStatementSyntax or WhileStatementSyntax when at != node:
                    return "continue;";
                case MethodDeclarationSyntax { Identifier.Text: "Enqueue" } enqueue when IsCallback(enqueue, 2):
                    return Fallback(enqueue);
                case MethodDeclarationSyntax { Identifier.Text: "SelectCpu" } select when IsCallback(select, 3):
                    return $"return {Parameter(select, 1)};";
                case MethodDeclarationSyntax method:
                    return Leave(method.ReturnType);
                case LocalFunctionStatementSyntax local:
                    return Leave(local.ReturnType);
            }
        }
        return "return;";
    }

    /// <summary>A task that Enqueue does not insert would never run again.</summary>
    public static string Fallback(MethodDeclarationSyntax enqueue) =>
        $"{{\n{FallbackInsert(enqueue)}\nreturn;\n}}";

    public static string FallbackInsert(MethodDeclarationSyntax enqueue) =>
        $"DsqInsert({Parameter(enqueue, 0)}, Dsq.Global, Slice.Default, {Parameter(enqueue, 1)});";

    private static bool IsCallback(MethodDeclarationSyntax method, int parameters) =>
        method.Modifiers.Any(SyntaxKind.OverrideKeyword) && method.ParameterList.Parameters.Count == parameters;

    private static string Parameter(MethodDeclarationSyntax method, int index) => method.ParameterList.Parameters[index].Identifier.Text;

    private static string Leave(TypeSyntax type) => type.ToString() switch
    {
        "void" => "return;",
        "bool" => "return false;",
        "sbyte" or "byte" or "short" or "ushort" or "int" or "uint" or "long" or "ulong" => "return 0;",
        _ => "return default;",
    };
}
