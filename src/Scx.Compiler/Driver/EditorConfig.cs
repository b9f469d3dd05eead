using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Scx.Compiler.Driver;

/// <summary>What .editorconfig files say of severities.</summary>
internal sealed class EditorConfig : SyntaxTreeOptionsProvider
{
    readonly AnalyzerConfigSet? configs;

    EditorConfig(AnalyzerConfigSet? configs) => this.configs = configs;

    /// <summary>Of the files that csc was given.</summary>
    public static EditorConfig Of(IEnumerable<string> paths, string baseDirectory)
    {
        var configs = paths.Select(path => Path.Combine(baseDirectory, path)).Where(File.Exists)
            .Select(path => AnalyzerConfig.Parse(FileText.ReadSource(path), path)).ToImmutableArray();
        return new(configs.IsEmpty ? null : AnalyzerConfigSet.Create(configs));
    }

    /// <summary>Of the files in the sources' directories and those above them, as editors look for them.</summary>
    public static EditorConfig Around(IEnumerable<string> sources) => Of(
        sources.SelectMany(source => Above(Path.GetDirectoryName(Path.GetFullPath(source)))).Distinct().Select(directory => Path.Combine(directory, ".editorconfig")), "/");

    public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

    public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
    {
        severity = default;
        return configs is not null && configs.GetOptionsForSourcePath(Path.GetFullPath(tree.FilePath)).TreeOptions.TryGetValue(diagnosticId, out severity);
    }

    public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
    {
        severity = default;
        return configs is not null && configs.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);
    }

    static IEnumerable<string> Above(string? directory)
    {
        for (; directory is not null; directory = Path.GetDirectoryName(directory))
            yield return directory;
    }
}
