using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Tests;

/// <summary>The schedulers of this repository while somebody types in them anywhere: each time, what is kept gives what a new project gives.</summary>
public partial class RandomEditTests
{
    const int Edits = 5;

    public static TheoryData<string> Schedulers => [.. SchedulerProject.Names];

    [Theory]
    [MemberData(nameof(Schedulers))]
    public void Says_and_makes_what_a_new_project_does(string scheduler)
    {
        var random = new Random(4711);
        var original = SchedulerProject.Compile(scheduler);
        var cache = new SchedulerCache();
        Assert.Equal(Checked(original, cache: null), Checked(original, cache));
        var (project, edits, tries) = (original, 0, 0);
        while (edits < Edits && tries++ < 20 * Edits)
        {
            if (Edited(project, random) is not { } next)
                continue;
            edits++;
            Assert.Equal(Checked(next, cache: null), Checked(next, cache));
            // What has been taken back is there once more, and what is broken does not stay so.
            project = random.Next(3) == 0 ? original : next;
        }
        Assert.Equal(Edits, edits);
        Assert.Equal(Checked(original, cache: null), Checked(original, cache));
        Assert.True(cache.ProjectsContinued > 0);
    }

    /// <summary>A change at one place of the scheduler's; null if that would be no valid C#.</summary>
    static CSharpCompilation? Edited(CSharpCompilation project, Random random)
    {
        var trees = project.SyntaxTrees.Where(SchedulerProject.IsOwn).ToList();
        var tree = trees[random.Next(trees.Count)];
        var places = tree.GetRoot().DescendantNodes().OfType<MemberDeclarationSyntax>().OfType<BaseMethodDeclarationSyntax>()
            .SelectMany(member => member.DescendantNodes()).Where(node => Changed(node, 0) is not null).ToList();
        if (places.Count == 0)
            return null;
        var place = places[random.Next(places.Count)];
        var change = new TextChange(place.Span, Changed(place, random.Next(3))!);
        var next = tree.WithChangedText(tree.GetText().WithChanges(change));
        var edited = project.ReplaceSyntaxTree(tree, next);
        var member = next.GetRoot().FindNode(new TextSpan(place.SpanStart, 0)).FirstAncestorOrSelf<MemberDeclarationSyntax>();
        return edited.GetSemanticModel(next).GetDiagnostics(member?.FullSpan).Any(d => d.Severity == DiagnosticSeverity.Error) ? null : edited;
    }

    static string? Changed(SyntaxNode node, int way) => node switch
    {
        ExpressionStatementSyntax => way switch { 0 => ";", 1 => $"{node} {node}", _ => $"\n{{ {node} }}" },
        LiteralExpressionSyntax { Token.Value: int number } => way == 0 ? "0" : (number + way).ToString(CultureInfo.InvariantCulture),
        BinaryExpressionSyntax { OperatorToken.RawKind: (int)SyntaxKind.LessThanToken } less => $"{less.Left} <= {less.Right}",
        { Parent: IfStatementSyntax { Condition: var condition } } when condition == node => way == 0 ? $"!({node})" : $"({node})",
        _ => null,
    };

    static List<string> Checked(CSharpCompilation project, SchedulerCache? cache)
    {
        var result = SchedulerChecker.Check(project, path => path, CancellationToken.None, cache);
        return [.. CheckedText.Of(result), .. result.Modules.Select(IrPrinter.PrintDeclarations).Select(WithoutTexts), .. result.Modules.SelectMany(m => m.Functions).Select(IrPrinter.PrintWithoutPlaces).Select(WithoutNumbers)];
    }

    // The line that a message names is that of when its method was lowered.
    static string WithoutTexts(string declarations) => string.Join('\n', declarations.Split('\n').Where(line => !line.StartsWith("global text", StringComparison.Ordinal)));

    // Which of several functions has the name alone hangs on what there was before.
    static string WithoutNumbers(string function) => Numbers().Replace(function, "");

    [GeneratedRegex(@"(?<=\w)_\d+\b")]
    private static partial Regex Numbers();
}
