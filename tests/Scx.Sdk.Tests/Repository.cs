namespace Scx.Sdk.Tests;

/// <summary>Where things are in the checkout that the tests were built from.</summary>
static class Repository
{
    internal static string Root { get; } = FindRoot();

    internal static string BindingData => Path.Combine(Root, "build", "bindings", "data");

    internal static string Generated => Path.Combine(Root, "src", "Scx.Sdk", "Generated");

    static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Scx.slnx"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException("The tests run from below the repository.");
    }
}
