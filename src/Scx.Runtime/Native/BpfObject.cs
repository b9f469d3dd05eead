using System.Runtime.InteropServices;
using Scx.Runtime.Btf;

namespace Scx.Runtime.Native;

/// <summary>An object file that libbpf has opened: its maps, programs and types.</summary>
sealed unsafe class BpfObject : IDisposable
{
    BpfObject(BpfObjectHandle handle)
    {
        Handle = handle;
        // libbpf has by now filled in where variables lie, which the file leaves to its symbol table.
        nint btf = Libbpf.bpf_object__btf(handle);
        if (btf != 0 && Libbpf.btf__raw_data(btf, out uint size) is not 0 and var raw)
            Types = new BtfTable(new ReadOnlySpan<byte>((void*)raw, (int)size).ToArray());

        for (nint map = Libbpf.bpf_object__next_map(handle, 0); map != 0; map = Libbpf.bpf_object__next_map(handle, map))
            maps.Add(new BpfMap(this, map));
        for (nint program = Libbpf.bpf_object__next_program(handle, 0); program != 0; program = Libbpf.bpf_object__next_program(handle, program))
            programs.Add(new BpfProgram(this, program));
    }

    readonly List<BpfMap> maps = [];
    readonly List<BpfProgram> programs = [];

    /// <summary>libbpf's own object.</summary>
    public BpfObjectHandle Handle { get; }

    /// <summary>The object's BTF, if it has any.</summary>
    public BtfTable? Types { get; }

    /// <summary>All maps, those behind global variables included.</summary>
    public IReadOnlyList<BpfMap> Maps => maps;

    /// <summary>All programs.</summary>
    public IReadOnlyList<BpfProgram> Programs => programs;

    /// <summary>Opens a file.</summary>
    /// <exception cref="ObjectFormatException">It does not exist, cannot be read, or is no BPF object.</exception>
    public static BpfObject Open(string path, Action<string>? listener)
    {
        using var messages = LibbpfMessages.Collect(listener);
        nint pointer = Libbpf.bpf_object__open_file(path, 0);
        return pointer == 0
            ? throw new ObjectFormatException(path, $"not a BPF object that libbpf {LibbpfLibrary.Version} can read", messages.Warnings)
            : new BpfObject(new BpfObjectHandle(pointer));
    }

    /// <summary>The map of that name, or the one behind the section of variables of that name (which may have another name itself).</summary>
    public BpfMap? FindMap(string name)
    {
        nint found = Libbpf.bpf_object__find_map_by_name(Handle, name);
        return maps.Find(map => map.Pointer == found);
    }

    /// <summary>Closes the object; what is in the kernel and not attached goes away.</summary>
    public void Dispose() => Handle.Dispose();

    internal static string Text(nint pointer) => Marshal.PtrToStringUTF8(pointer) ?? "";
}
