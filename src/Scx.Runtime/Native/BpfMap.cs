namespace Scx.Runtime.Native;

/// <summary>A map of an open object.</summary>
sealed unsafe class BpfMap(BpfObject owner, nint pointer)
{
    /// <summary>Kinds of maps that are told apart (<c>enum bpf_map_type</c>).</summary>
    public enum Kind
    {
        Hash = 1,
        Array = 2,
        PerCpuHash = 5,
        PerCpuArray = 6,
        LruHash = 9,
        LongestPrefix = 11,
        Queue = 22,
        Stack = 23,
        StructOps = 26,
        RingBuffer = 27,
        TaskStorage = 29,
        UserRingBuffer = 31,
        CgroupStorage = 32,
        Arena = 33,
    }

    /// <summary>The object that the map belongs to.</summary>
    public BpfObject Owner => owner;

    /// <summary>libbpf's own pointer.</summary>
    public nint Pointer => pointer;

    /// <summary>The map's name; of a section of variables, one that the kernel shows.</summary>
    public string Name { get; } = BpfObject.Text(Libbpf.bpf_map__name(pointer));

    /// <summary>The map's kind.</summary>
    public Kind Type => (Kind)Libbpf.bpf_map__type(pointer);

    /// <summary>Bytes of a key.</summary>
    public int KeySize => (int)Libbpf.bpf_map__key_size(pointer);

    /// <summary>Bytes of a value.</summary>
    public int ValueSize => (int)Libbpf.bpf_map__value_size(pointer);

    /// <summary>How many entries the map has or may have.</summary>
    public uint Capacity => Libbpf.bpf_map__max_entries(pointer);

    /// <summary>The kernel's descriptor; valid once the object is loaded.</summary>
    public int Descriptor => Libbpf.bpf_map__fd(pointer);

    /// <summary>
    /// Before loading, what the map's only value will start as (for an ops variable, libbpf's copy of it, in which each callback is a pointer
    /// to its program); after loading, the live value. Empty if the map is not backed by memory.
    /// </summary>
    public Span<byte> Memory
    {
        get
        {
            ObjectDisposedException.ThrowIf(owner.Handle.IsClosed, owner);
            nint memory = Libbpf.bpf_map__initial_value(pointer, out nuint size);
            return memory == 0 ? default : new Span<byte>((void*)memory, (int)size);
        }
    }

    /// <summary>Where an arena is mapped into this process; valid once the object is loaded.</summary>
    public ulong ArenaStart
    {
        get
        {
            ObjectDisposedException.ThrowIf(owner.Handle.IsClosed, owner);
            return (ulong)Libbpf.bpf_map__initial_value(pointer, out _);
        }
    }

    /// <summary>Changes how many entries the map will have.</summary>
    public int SetCapacity(uint entries) => Libbpf.bpf_map__set_max_entries(pointer, entries);

    /// <summary>Changes the size of the map's value; for a section, that of the array that ends it.</summary>
    public int SetValueSize(uint size) => Libbpf.bpf_map__set_value_size(pointer, size);

    /// <summary>Registers the ops variable behind this map. Null and the last error if the kernel declines.</summary>
    public BpfLinkHandle? AttachStructOps()
    {
        nint link = Libbpf.bpf_map__attach_struct_ops(pointer);
        return link == 0 ? null : new BpfLinkHandle(link);
    }
}
