using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Scx.Compiler.Llvm;

/// <summary>Finds LLVM's C library. Distributions name it differently, and a machine may have several.</summary>
internal static unsafe class LlvmLibrary
{
    /// <summary>The oldest LLVM whose BPF target is good enough: debug records, cpu v4, enum relocations of 64 bits.</summary>
    public const int MinimumVersion = 19;

    /// <summary>An environment variable with the path of the library, for when probing finds none or the wrong one.</summary>
    public const string PathVariable = "SCX_LLVM";

    private static readonly ImmutableArray<string> s_names =
        ["libLLVM.so.19.1", "libLLVM-19.so", "libLLVM.so.20.1", "libLLVM.so.21.1", "libLLVM.so"];

    /// <summary>Sends the P/Invokes of <see cref="LLVM"/> to the library found. To be called once, before the first of them.</summary>
    /// <exception cref="LlvmNotFoundException">None is usable.</exception>
    public static void Register()
    {
        nint library = Find(Environment.GetEnvironmentVariable(PathVariable));
        NativeLibrary.SetDllImportResolver(
            typeof(LlvmLibrary).Assembly, (name, _, _) => name == LLVM.LibraryName ? library : 0);
    }

    /// <summary>Loads the first library that is new enough.</summary>
    /// <param name="explicitPath">What the user named; then nothing else is tried.</param>
    internal static nint Find(string? explicitPath)
    {
        List<string> attempts = [];
        foreach (string name in string.IsNullOrEmpty(explicitPath) ? s_names : [explicitPath])
        {
            if (!NativeLibrary.TryLoad(name, typeof(LlvmLibrary).Assembly, DllImportSearchPath.SafeDirectories, out nint library))
            {
                attempts.Add($"{name}: cannot be loaded");
            }
            else if (!NativeLibrary.TryGetExport(library, "LLVMGetVersion", out nint getVersion))
            {
                attempts.Add($"{name}: is not LLVM");
            }
            else
            {
                uint major, minor, patch;
                ((delegate* unmanaged<uint*, uint*, uint*, void>)getVersion)(&major, &minor, &patch);
                if (major >= MinimumVersion)
                    return library;
                attempts.Add($"{name}: is version {major}.{minor}.{patch}");
            }
        }
        throw new LlvmNotFoundException([.. attempts]);
    }
}
