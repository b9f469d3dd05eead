using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Scx.Compiler.CodeFixes.Editing;

/// <summary>Takes away what is around statements.</summary>
internal static class Unwrap
{
    /// <summary>Puts a block's statements in the place of the statement that the block belongs to; as a block if they declare something.</summary>
    public static void Block(SyntaxEditor editor, StatementSyntax whole, BlockSyntax block)
    {
        if (block.Statements.Count == 0)
        {
            editor.RemoveNode(whole);
            return;
        }
        if (block.Statements.Any(statement => statement is LocalDeclarationStatementSyntax or LocalFunctionStatementSyntax)
            || whole.Parent is not BlockSyntax)
        {
            editor.ReplaceNode(whole, Source.Formatted(block.WithTriviaFrom(whole)));
            return;
        }
        var first = block.Statements[0].WithLeadingTrivia(whole.GetLeadingTrivia());
        editor.InsertBefore(whole, [Source.Formatted(first), .. block.Statements.Skip(1).Select(Source.Formatted)]);
        editor.RemoveNode(whole, SyntaxRemoveOptions.KeepNoTrivia);
    }
}
