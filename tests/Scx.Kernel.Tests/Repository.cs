using System.Reflection;

namespace Scx.Kernel.Tests;

/// <summary>Where the checkout is, and which build of it is tested.</summary>
static class Repository
{
    public static string Root { get; } = Metadata("RepoRoot");

    public static string Configuration { get; } = Metadata("Configuration");

    static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == key).Value!;
}
