using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Scx.Compiler.Driver;

/// <summary>What .editorconfig files say of severities.</summary>
internal sealed class EditorConfig : SyntaxTreeOptionsProvider
{
    /// <summary>Understood when there is a diagnostic to ask about; mostly there is none.</summary>
    readonly Lazy<AnalyzerConfigSet?> configs;

    EditorConfig(IReadOnlyList<(string Path, SourceText Text)> files) =>
        configs = new(() => files.Count == 0 ? null : AnalyzerConfigSet.Create(files.Select(file => AnalyzerConfig.Parse(file.Text, file.Path)).ToImmutableArray()));

    /// <summary>Of the files that csc was given.</summary>
    public static EditorConfig Of(IEnumerable<string> paths, string baseDirectory) =>
        new([.. paths.Select(path => Path.Combine(baseDirectory, path)).Where(File.Exists).Select(path => (path, FileText.ReadSource(path)))]);

    /// <summary>Of the files in the sources' directories and those above them, as editors look for them.</summary>
    public static EditorConfig Around(IEnumerable<string> sources) => Of(
        sources.SelectMany(source => Above(Path.GetDirectoryName(Path.GetFullPath(source)))).Distinct().Select(directory => Path.Combine(directory, ".editorconfig")), "/");

    public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

    public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
    {
        severity = default;
        return configs.Value is { } set && set.GetOptionsForSourcePath(Path.GetFullPath(tree.FilePath)).TreeOptions.TryGetValue(diagnosticId, out severity);
    }

    public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
    {
        severity = default;
        return configs.Value is { } set && set.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);
    }

    static IEnumerable<string> Above(string? directory)
    {
        for (; directory is not null; directory = Path.GetDirectoryName(directory))
            yield return directory;
    }
}
