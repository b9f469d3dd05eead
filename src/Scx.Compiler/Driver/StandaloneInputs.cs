using System.Runtime.InteropServices;

namespace Scx.Compiler.Driver;

/// <summary>What a file needs when no project says it: the assemblies of .NET and of the Sdk, which lies beside scxc.</summary>
internal static class StandaloneInputs
{
    /// <summary>The implicit usings of Microsoft.NET.Sdk, and the Sdk's own.</summary>
    public const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Scx;
        """;

    /// <summary>What a project that refers to the Sdk tells csc.</summary>
    public static IReadOnlyList<string> CscOptions { get; } =
    [
        "/nostdlib+", "/target:library", "/deterministic+", "/langversion:14", "/define:NET;NET10_0;NET10_0_OR_GREATER",
        "/nullable:enable", "/warnaserror+:nullable",
    ];

    static string SdkDirectory => Path.Combine(AppContext.BaseDirectory, "sdk");

    /// <summary>Sources that the Sdk compiles into each scheduler, in an order that does not depend on the file system.</summary>
    public static IEnumerable<string> Library => Directory.Exists(LibraryDirectory)
        ? Directory.EnumerateFiles(LibraryDirectory, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        : [];

    public static string LibraryDirectory => Path.Combine(SdkDirectory, "Library");

    /// <exception cref="EnvironmentException">There are none.</exception>
    public static IEnumerable<string> References => FrameworkReferences.Append(Path.Combine(SdkDirectory, "Scx.Sdk.dll"));

    /// <summary>The reference assemblies if a .NET SDK is installed, a framework's own otherwise.</summary>
    static IEnumerable<string> FrameworkReferences
    {
        get
        {
            string[] installations = [.. Installations.Distinct().Where(Directory.Exists)];
            string moniker = $"net{Environment.Version.Major}.0";
            var packs = installations.SelectMany(root => Versions(root, "packs/Microsoft.NETCore.App.Ref")).Select(version => Path.Combine(version, "ref", moniker));
            if (packs.FirstOrDefault(Directory.Exists) is { } pack)
                return Directory.EnumerateFiles(pack, "*.dll").Order(StringComparer.Ordinal);
            string framework = installations.SelectMany(root => Versions(root, "shared/Microsoft.NETCore.App"))
                .FirstOrDefault(version => VersionOf(version)!.Major == Environment.Version.Major)
                ?? throw new EnvironmentException($"No .NET {Environment.Version.Major} is found, whose assemblies sources need that come without a project; install its SDK, or set DOTNET_ROOT to where it is");
            return Directory.EnumerateFiles(framework, "*.dll").Order(StringComparer.Ordinal)
                .Where(file => Path.GetFileName(file) is ['S', 'y', 's', 't', 'e', 'm', '.', ..] or "netstandard.dll" or "mscorlib.dll");
        }
    }

    /// <summary>Where .NET may be installed. It need not be what runs scxc: the package has an scxc that carries its own, without assemblies to refer to.</summary>
    static IEnumerable<string> Installations
    {
        get
        {
            yield return Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));
            if (Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } root)
                yield return Path.GetFullPath(root);
            foreach (string directory in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries))
            {
                var command = new FileInfo(Path.Combine(directory, "dotnet"));
                if (command.Exists)
                    yield return Path.GetDirectoryName((command.ResolveLinkTarget(returnFinalTarget: true) ?? command).FullName)!;
            }
            yield return "/usr/share/dotnet";
            yield return "/usr/lib/dotnet";
            yield return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".dotnet");
        }
    }

    /// <summary>The directories named by versions, the latest first.</summary>
    static IEnumerable<string> Versions(string root, string directory) => Path.Combine(root, directory) is var parent && Directory.Exists(parent)
        ? Directory.EnumerateDirectories(parent).Where(version => VersionOf(version) is not null).OrderByDescending(VersionOf)
        : [];

    static Version? VersionOf(string directory) => Version.TryParse(Path.GetFileName(directory).Split('-')[0], out var version) ? version : null;
}
