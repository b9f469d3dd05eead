using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;

namespace Scx.Compiler.Driver;

/// <summary>The arguments of csc, as a build hands them over: one a line, so that spaces need no quotes.</summary>
internal static class CscResponseFile
{
    /// <summary>The attributes that make objects: the source of each contains one of them, whatever its spelling otherwise.</summary>
    public static readonly ImmutableArray<string> Markers = ["SchedExtOps", "BpfObject"];

    /// <exception cref="EnvironmentException">It cannot be read.</exception>
    public static string[] ReadArguments(string path)
    {
        string directory = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!File.Exists(path))
            throw new EnvironmentException($"Response file '{path}' does not exist in '{directory}'");
        // csc takes /noconfig from the command line only and warns elsewhere (CS2023).
        return [.. FileText.ReadLines(path).Select(Unquoted).Where(line => line is not ("" or "/noconfig" or "-noconfig"))];
    }

    /// <summary>Whether a source could hold a scheduler: a look at the text, before Roslyn is loaded at all.</summary>
    public static bool MayHoldScheduler(IEnumerable<string> arguments, string baseDirectory) => arguments
        .Where(argument => argument[0] is not ('/' or '-') || (argument[0] == '/' && argument.EndsWith(".cs", StringComparison.Ordinal)))
        .Select(source => Path.Combine(baseDirectory, source))
        .Any(source => !File.Exists(source) || File.ReadAllText(source) is var text && Markers.Any(marker => text.Contains(marker, StringComparison.Ordinal)));

    public static CSharpCommandLineArguments Parse(IEnumerable<string> arguments, string baseDirectory) =>
        CSharpCommandLineParser.Default.Parse(arguments, baseDirectory, sdkDirectory: null);

    static string Unquoted(string line) => line.Trim() is ['"', .. var inner, '"'] ? inner : line.Trim();
}
