using System.Reflection;
using System.Runtime.InteropServices;

namespace Scx.Runtime.Native;

/// <summary>Finds the system's libbpf and makes sure that it is new enough.</summary>
static class LibbpfLibrary
{
    /// <summary>The name that <see cref="Libbpf"/>'s imports carry.</summary>
    public const string Name = "bpf";

    /// <summary>
    /// The oldest libbpf that will do: 1.4 gave out the shadow copies of <c>struct_ops</c> variables (<c>bpf_map__initial_value</c>), through
    /// which members that the kernel lacks are left out.
    /// </summary>
    public static readonly Version Oldest = new(1, 4);

    static readonly string[] candidates = ["libbpf.so.1", "libbpf.so"];
    static readonly Lazy<Version> version = new(Probe);

    /// <summary>The version of the libbpf in use.</summary>
    /// <exception cref="LibbpfUnavailableException">There is none, or it is too old.</exception>
    public static Version Version => version.Value;

    static Version Probe()
    {
        NativeLibrary.SetDllImportResolver(typeof(LibbpfLibrary).Assembly, Resolve);
        Version found;
        try
        {
            found = new Version((int)Libbpf.libbpf_major_version(), (int)Libbpf.libbpf_minor_version());
        }
        catch (DllNotFoundException)
        {
            throw new LibbpfUnavailableException(null, Oldest);
        }
        catch (EntryPointNotFoundException)
        {
            throw new LibbpfUnavailableException(new Version(0, 0), Oldest);
        }

        return found >= Oldest ? found : throw new LibbpfUnavailableException(found, Oldest);
    }

    static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Name)
            return 0;
        foreach (string candidate in candidates)
        {
            if (NativeLibrary.TryLoad(candidate, out nint library))
                return library;
        }

        return 0;
    }
}
