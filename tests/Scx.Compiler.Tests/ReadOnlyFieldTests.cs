using Microsoft.CodeAnalysis.CSharp;

namespace Scx.Compiler.Tests;

/// <summary>Writes to fields that the kernel lets schedulers only read are found in whatever form C# has for them.</summary>
public class ReadOnlyFieldTests
{
    const string Source = """
        [SchedExtOps("t")]
        public sealed class T : Scheduler
        {
            int Pid { get; set; }

            public override void Tick(TaskStruct p)
            {
                Pid = p.Pid;
                int mine = 0;
            }
        }
        """;

    [Theory]
    [InlineData("p.Pid = 1;", "Pid")]
    [InlineData("p.Pid++;", "Pid")]
    [InlineData("--p.Pid;", "Pid")]
    [InlineData("p.Flags |= 4;", "Flags")]
    [InlineData("(mine, p.Pid) = (1, 2);", "Pid")]
    [InlineData("mine = p.Pid = 1;", "Pid")]
    [InlineData("(p.Pid) = 1;", "Pid")]
    [InlineData("p!.Pid = 1;", "Pid")]
    [InlineData("p.Pid = 1; void Set() => p.Tgid = 2;", "Pid Tgid")]
    [InlineData("foreach ((p.Pid, mine) in new (int, int)[1]) { }", "Pid")]
    [InlineData("p.Scx.Slice = 1;", "")]
    [InlineData("Pid = 2; this.Pid++;", "")]
    [InlineData("unknown = 1;", "")]
    public void Finds(string statement, string fields)
    {
        var valid = SourceCompilation.Compile("T.cs", Source);
        var tree = valid.SyntaxTrees[0];
        var edited = CSharpSyntaxTree.ParseText(Source.Replace("int mine = 0;", $"int mine = 0; {statement}", StringComparison.Ordinal), (CSharpParseOptions)tree.Options, tree.FilePath);
        var found = Frontend.ReadOnlyFields.Find(valid.ReplaceSyntaxTree(tree, edited), CancellationToken.None);
        Assert.Equal(fields, string.Join(' ', found.Select(d => d.Arguments[0])));
    }
}
