using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Scx.Compiler.Tests;

/// <summary>A method that is lowered again on its own becomes what it becomes in a project that is new.</summary>
public class EditedBodyTests
{
    public static TheoryData<string> Topics =>
        [.. Directory.GetDirectories(Repository.Corpus).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <summary>Every method of every case of the corpus, given another body that means the same some lines below.</summary>
    [Theory]
    [MemberData(nameof(Topics))]
    public void Says_what_it_says_in_a_new_project(string topic)
    {
        int continued = 0, bodies = 0;
        foreach (string path in Directory.GetFiles(Path.Combine(Repository.Corpus, topic), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string source = Expectation.Read(File.ReadAllText(path)).Source;
            var before = SourceCompilation.Compile(Path.GetFileName(path), source);
            var tree = before.SyntaxTrees[0];
            var changes = Bodies(tree.GetRoot()).Select(body => new TextChange(new TextSpan(body.GetFirstToken().Span.End, 0), "\n /* edited */ ")).ToList();
            bodies += changes.Count > 0 ? 1 : 0;
            var after = before.ReplaceSyntaxTree(tree, tree.WithChangedText(tree.GetText().WithChanges(changes)));
            var cache = new SchedulerCache();
            SchedulerChecker.Check(before, file => file, CancellationToken.None, cache);
            var answer = CheckedText.Of(after, cache);
            Assert.Equal(CheckedText.Of(after, cache: null), answer);
            continued += cache.ProjectsContinued;
        }
        Assert.True(continued * 10 >= bodies * 9, $"{continued} of {bodies}");
    }

    static IEnumerable<SyntaxNode> Bodies(SyntaxNode root)
    {
        var computing = ComputingConstants(root);
        return from method in root.DescendantNodes().OfType<MethodDeclarationSyntax>()
               let body = (SyntaxNode?)method.Body ?? method.ExpressionBody
               // What more hangs on makes another project.
               where body is { ContainsDirectives: false } && method.Ancestors().All(at => at is not TypeDeclarationSyntax { ParameterList: not null })
                   && !computing.Contains(method.Identifier.Text)
               select body;
    }

    /// <summary>The names in the initial values of fields, and in the methods so named.</summary>
    static HashSet<string> ComputingConstants(SyntaxNode root)
    {
        var names = Names(root.DescendantNodes().OfType<FieldDeclarationSyntax>().SelectMany(f => f.Declaration.Variables).Select(v => (SyntaxNode?)v.Initializer));
        for (int before = -1; before != names.Count;)
        {
            before = names.Count;
            names.UnionWith(Names(root.DescendantNodes().OfType<MethodDeclarationSyntax>().Where(m => names.Contains(m.Identifier.Text))));
        }
        return names;
    }

    static HashSet<string> Names(IEnumerable<SyntaxNode?> nodes) =>
        [.. nodes.OfType<SyntaxNode>().SelectMany(node => node.DescendantNodes()).OfType<IdentifierNameSyntax>().Select(name => name.Identifier.Text)];
}
