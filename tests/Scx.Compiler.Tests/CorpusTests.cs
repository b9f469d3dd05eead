using System.Text;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Tests;

/// <summary>
/// Every file of tests/corpus is a scheduler. Its markers say which diagnostics it must give, and where; without markers it must give none.
/// </summary>
public class CorpusTests
{
    public static TheoryData<string> Files => Named(Directory.GetFiles(Repository.Corpus, "*.cs", SearchOption.AllDirectories));

    public static TheoryData<string> GoldenFiles => Named(Directory.GetFiles(Path.Combine(Repository.Corpus, "golden"), "*.cs"));

    [Theory]
    [MemberData(nameof(Files))]
    public void Diagnostics_are_those_that_the_markers_say(string name)
    {
        var (source, expected) = Expectation.Read(File.ReadAllText(Path.Combine(Repository.Corpus, name)));
        var (modules, diagnostics) = SourceCompilation.Analyze(Path.GetFileName(name), source);

        // A note is part of what is expected only where a case is about it.
        var actual = diagnostics.Where(d => d.Rule.Severity != Severity.Info || expected.Any(e => e.Id == d.Rule.Id)).ToList();
        Assert.Equal(
            expected.Select(e => $"{e.Line}: {e.Id}").Order(StringComparer.Ordinal),
            actual.Select(d => $"{d.Span.Line}: {d.Rule.Id}").Order(StringComparer.Ordinal));
        foreach (var at in expected.Where(e => e.Column is not null))
        {
            Assert.Contains(actual, d =>
                d.Rule.Id == at.Id && d.Span.Line == at.Line && d.Span.Column == at.Column && d.Span.EndColumn == at.EndColumn);
        }
        Assert.All(actual, d => Assert.DoesNotContain("{", d.Message, StringComparison.Ordinal));
        if (expected.Count == 0)
            Assert.NotEmpty(modules);
    }

    [Theory]
    [MemberData(nameof(GoldenFiles))]
    public void Ir_is_the_text_beside_the_source(string name)
    {
        string path = Path.Combine(Repository.Corpus, name);
        var (modules, _) = SourceCompilation.Analyze(Path.GetFileName(name), File.ReadAllText(path));
        Golden.Compare(Path.ChangeExtension(path, ".ir"), string.Join("\n", modules.Select(IrPrinter.Print)));
    }

    [Fact]
    public void Messages_are_those_on_record()
    {
        var text = new StringBuilder();
        foreach (string path in Directory.GetFiles(Repository.Corpus, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string name = Path.GetRelativePath(Repository.Corpus, path);
            foreach (var diagnostic in SourceCompilation.Analyze(name, Expectation.Read(File.ReadAllText(path)).Source).Diagnostics)
            {
                text.Append(diagnostic.Span).Append(": ").Append(diagnostic.Rule.Id).Append(": ").Append(diagnostic.Message).Append('\n');
                foreach (var related in diagnostic.Related)
                    text.Append("    ").Append(related.Span).Append(": ").Append(related.Role).Append('\n');
            }
        }
        Golden.Compare(Path.Combine(Repository.Corpus, "messages.txt"), text.ToString());
    }

    static TheoryData<string> Named(IEnumerable<string> paths) =>
        [.. paths.Select(path => Path.GetRelativePath(Repository.Corpus, path)).Order(StringComparer.Ordinal)];
}
