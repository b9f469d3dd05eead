namespace Scx.CodeFixes.Tests;

/// <summary>Where things are in the checkout that the tests were built from.</summary>
static class Repository
{
    internal static string Root { get; } = FindRoot();

    internal static string Fixes => Path.Combine(Root, "tests", "fixes");

    static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Scx.slnx")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException("The tests run from below the repository.");
    }
}
