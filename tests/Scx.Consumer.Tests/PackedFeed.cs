using System.IO.Compression;

namespace Scx.Consumer.Tests;

/// <summary>The packages as users get them, in a feed of their own, and a PATH that leads to .NET and a shell only: no clang, no bpftool.</summary>
public sealed class PackedFeed : IDisposable
{
    public PackedFeed()
    {
        Root = Directory.CreateTempSubdirectory("scx-consumer-").FullName;
        CommandResult.Run(Path.Combine(Repository, "build/pack.sh"), ["-o", Feed, "--no-ready-to-run"], Repository).Succeeded();
        string package = Assert.Single(Directory.GetFiles(Feed, "Scx.Sdk.*.nupkg"));
        Version = Path.GetFileNameWithoutExtension(package)["Scx.Sdk.".Length..];
        ZipFile.ExtractToDirectory(package, Path.Combine(Root, "sdk"));

        Directory.CreateDirectory(Path.Combine(Root, "bin"));
        File.CreateSymbolicLink(Path.Combine(Root, "bin/dotnet"), DotNet);
        // MSBuild runs every command through it.
        File.CreateSymbolicLink(Path.Combine(Root, "bin/sh"), "/bin/sh");
    }

    public string Root { get; }

    public string Feed => Path.Combine(Root, "feed");

    public string Version { get; }

    /// <summary>The compiler in the package.</summary>
    public string Scxc => Path.Combine(Root, "sdk/tools/net10.0/any/scxc.dll");

    public static string DotNet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? Environment.ProcessPath!;

    public static string Repository
    {
        get
        {
            for (string? at = AppContext.BaseDirectory; at is not null; at = Path.GetDirectoryName(at))
            {
                if (File.Exists(Path.Combine(at, "Scx.slnx")))
                    return at;
            }
            throw new InvalidOperationException("The tests do not run inside the repository.");
        }
    }

    internal CommandResult Run(string directory, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var all = environment.ToDictionary(e => e.Name, e => e.Value);
        all["PATH"] = Path.Combine(Root, "bin");
        all["NUGET_PACKAGES"] = Path.Combine(Root, "packages");
        return CommandResult.Run(DotNet, arguments, directory, all);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}

/// <summary>Packs once for all tests.</summary>
[CollectionDefinition(nameof(PackedFeed))]
public sealed class PackedFeedCollection : ICollectionFixture<PackedFeed>;
