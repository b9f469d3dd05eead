using System.IO.Compression;

namespace Scx.Consumer.Tests;

/// <summary>The packages as users get them, in a feed of their own, and a PATH that leads to .NET and a shell only: no clang, no bpftool.</summary>
public sealed class PackedFeed : IDisposable
{
    public PackedFeed()
    {
        Root = Directory.CreateTempSubdirectory("scx-consumer-").FullName;
        CommandResult.Run(Path.Combine(Repository, "build/pack.sh"), ["-o", Feed], Repository).Succeeded();
        string package = Assert.Single(Directory.GetFiles(Feed, "Scx.Sdk.*.nupkg"));
        Version = Path.GetFileNameWithoutExtension(package)["Scx.Sdk.".Length..];
        ZipFile.ExtractToDirectory(package, Path.Combine(Root, "sdk"));
        // As NuGet does, which keeps no permissions in packages.
        File.SetUnixFileMode(Scxc, File.GetUnixFileMode(Scxc) | UnixFileMode.UserExecute);

        Directory.CreateDirectory(Path.Combine(Root, "bin"));
        File.CreateSymbolicLink(Path.Combine(Root, "bin/dotnet"), DotNet);
        // MSBuild runs every command through it.
        File.CreateSymbolicLink(Path.Combine(Root, "bin/sh"), "/bin/sh");
    }

    public string Root { get; }

    public string Feed => Path.Combine(Root, "feed");

    public string Version { get; }

    /// <summary>The compiler in the package, as builds run it.</summary>
    public string Scxc => Path.Combine(Root, "sdk/tools/net10.0/linux-x64/scxc");

    /// <summary>The one for machines that there is no machine code for.</summary>
    public string PortableScxc => Path.Combine(Root, "sdk/tools/net10.0/any/scxc.dll");

    /// <summary>A file of the package where NuGet has put it for projects.</summary>
    public string Restored(string file) => Path.Combine(Root, "packages/scx.sdk", Version, file);

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

    internal CommandResult Run(string directory, IEnumerable<string> arguments, params (string Name, string Value)[] environment) =>
        Run(DotNet, directory, arguments, environment);

    internal CommandResult Run(string program, string directory, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var all = environment.ToDictionary(e => e.Name, e => e.Value);
        all["PATH"] = Path.Combine(Root, "bin");
        all["NUGET_PACKAGES"] = Path.Combine(Root, "packages");
        return CommandResult.Run(program, arguments, directory, all);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}

/// <summary>Packs once for all tests.</summary>
[CollectionDefinition(nameof(PackedFeed))]
public sealed class PackedFeedCollection : ICollectionFixture<PackedFeed>;
