using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Scx.Compiler.CodeFixes.Editing;

/// <summary>The order of statements in a block.</summary>
internal static class Order
{
    /// <summary>Puts a statement of a block elsewhere in the same block.</summary>
    /// <param name="editor">Takes the change.</param>
    /// <param name="block">The block.</param>
    /// <param name="from">Where the statement is, counted from 0.</param>
    /// <param name="to">Where it will be.</param>
    public static void Move(SyntaxEditor editor, BlockSyntax block, int from, int to) => editor.ReplaceNode(
        block, block.WithStatements(block.Statements.RemoveAt(from).Insert(to, block.Statements[from])));

    /// <summary>The statement directly in a block that is around a place.</summary>
    /// <returns>Its index; -1 if the place is elsewhere.</returns>
    public static int IndexIn(BlockSyntax block, SyntaxNode place) => block.Statements.IndexOf(statement => statement.Span.Contains(place.Span));

    /// <summary>Whether a name is used in syntax.</summary>
    public static bool Mentions(SyntaxNode node, string name) =>
        node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(identifier => identifier.Identifier.Text == name);

    /// <summary>Whether what a statement declares is used in other syntax.</summary>
    public static bool DeclaresFor(SyntaxNode statement, SyntaxNode other) => statement.DescendantNodesAndSelf().Any(node => node switch
    {
        VariableDeclaratorSyntax variable => Mentions(other, variable.Identifier.Text),
        SingleVariableDesignationSyntax variable => Mentions(other, variable.Identifier.Text),
        _ => false,
    });

    /// <summary>Whether a statement may leave the block it is in.</summary>
    public static bool MayLeave(StatementSyntax statement) => statement.DescendantNodesAndSelf().Any(node =>
        node is ReturnStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax or ThrowStatementSyntax);
}
