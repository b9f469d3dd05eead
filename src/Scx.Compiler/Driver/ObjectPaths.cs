namespace Scx.Compiler.Driver;

/// <summary>
/// How the object names source files: the same on any machine and in any directory, since it is part of the object's bytes.
/// </summary>
/// <param name="baseDirectory">What relative paths are relative to.</param>
/// <param name="projectDirectory">Files below it are named relative to it.</param>
/// <param name="pathMap">Other directories and the names that stand for them.</param>
internal sealed class ObjectPaths(string baseDirectory, string projectDirectory, IEnumerable<KeyValuePair<string, string>> pathMap)
{
    readonly KeyValuePair<string, string>[] roots =
        [.. pathMap.Append(new(projectDirectory, "")).Select(p => KeyValuePair.Create(Rooted(Path.Combine(baseDirectory, p.Key)), p.Value))];

    public string Of(string path)
    {
        string full = Path.GetFullPath(Path.Combine(baseDirectory, path));
        foreach (var (root, name) in roots)
        {
            if (full.StartsWith(root, StringComparison.Ordinal))
                return name + full[root.Length..];
        }
        // Elsewhere the directories are this machine's business.
        return Path.GetFileName(full);
    }

    static string Rooted(string directory) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory)) + "/";
}
