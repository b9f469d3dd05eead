using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Scx.Compiler.Tests;

/// <summary>The kernel halves of the schedulers of this repository.</summary>
static class SchedulerProject
{
    const string Usings = "global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading;";

    static readonly CSharpParseOptions options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);

    static string Folder => Path.Combine(Repository.Root, "schedulers");

    internal static IEnumerable<string> Names => Directory.GetDirectories(Folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal);

    internal static CSharpCompilation Compile(string name)
    {
        var trees = Directory.GetFiles(Path.Combine(Folder, name), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
            .Select(path => (Path: path, Text: File.ReadAllText(path)))
            // What runs in user space needs the runtime, and is not for the kernel.
            .Where(file => !file.Text.Contains("using Scx.Runtime", StringComparison.Ordinal))
            .Select(file => CSharpSyntaxTree.ParseText(file.Text, options, file.Path));
        return SourceCompilation.Compile($"{name}Usings.cs", Usings, [.. trees]);
    }

    /// <summary>Whether a file is the scheduler's own.</summary>
    internal static bool IsOwn(SyntaxTree tree) => tree.FilePath.StartsWith(Folder, StringComparison.Ordinal);
}
