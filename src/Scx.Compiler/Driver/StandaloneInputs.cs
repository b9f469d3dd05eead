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

    /// <summary>The reference assemblies if a .NET SDK is installed, the running framework's own otherwise.</summary>
    static IEnumerable<string> FrameworkReferences
    {
        get
        {
            string framework = RuntimeEnvironment.GetRuntimeDirectory();
            string packs = Path.GetFullPath(Path.Combine(framework, "../../../packs/Microsoft.NETCore.App.Ref"));
            string moniker = $"net{Environment.Version.Major}.0";
            string? pack = Directory.Exists(packs)
                ? Directory.EnumerateDirectories(packs).Select(version => Path.Combine(version, "ref", moniker))
                    .Where(Directory.Exists).Order(StringComparer.Ordinal).LastOrDefault()
                : null;
            return Directory.EnumerateFiles(pack ?? framework, "*.dll").Order(StringComparer.Ordinal)
                .Where(file => pack is not null || Path.GetFileName(file) is ['S', 'y', 's', 't', 'e', 'm', '.', ..] or "netstandard.dll" or "mscorlib.dll");
        }
    }
}
