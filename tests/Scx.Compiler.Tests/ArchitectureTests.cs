using System.Reflection;
using Scx.Compiler.Frontend;

namespace Scx.Compiler.Tests;

/// <summary>Arrows between the compiler's parts that no project file can forbid.</summary>
public class ArchitectureTests
{
    static readonly string compiler = Path.Combine(Repository.Root, "src", "Scx.Compiler");

    [Theory]
    [InlineData("Ir", "Microsoft.CodeAnalysis")]
    [InlineData("Analysis", "Microsoft.CodeAnalysis")]
    [InlineData("Ir", "Scx.Compiler.Analysis")]
    [InlineData("Ir", "Scx.Compiler.Diagnostics")]
    [InlineData("Ir", "Scx.Compiler.Frontend")]
    [InlineData("Analysis", "Scx.Compiler.Frontend")]
    [InlineData("Ir", "Scx.Compiler.Backend")]
    [InlineData("Analysis", "Scx.Compiler.Backend")]
    [InlineData("Frontend", "Scx.Compiler.Backend")]
    [InlineData("Backend", "Scx.Compiler.Frontend")]
    [InlineData("Backend", "Microsoft.CodeAnalysis")]
    public void Part_does_not_name(string part, string forbidden)
    {
        var offenders = Directory.GetFiles(Path.Combine(compiler, part), "*.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains(forbidden, StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(compiler, file));
        Assert.Empty(offenders);
    }

    [Fact]
    public void Every_symbol_that_the_compiler_knows_is_in_the_Sdk()
    {
        var names = typeof(KnownSymbols).GetFields(BindingFlags.Public | BindingFlags.Static | BindingFlags.NonPublic)
            .Where(f => f.IsLiteral && f.FieldType == typeof(string))
            .Select(f => (string)f.GetRawConstantValue()!)
            .ToList();
        Assert.NotEmpty(names);
        // A name without a namespace is a member of Scheduler.
        Assert.All(names, name => Assert.True(
            name.Contains('.') ? typeof(Scheduler).Assembly.GetType(name) is not null : typeof(Scheduler).GetMember(name).Length > 0, name));
    }
}
