using Scx.Compiler.Ir;

namespace Scx.Backend.Tests;

/// <summary>Kinds of map and what is done with them, with the kernel's numbers.</summary>
internal static class MapKinds
{
    public static readonly (string, int) Hash = ("BPF_MAP_TYPE_HASH", 1);
    public static readonly (string, int) PerCpuArray = ("BPF_MAP_TYPE_PERCPU_ARRAY", 6);
    public static readonly (string, int) Queue = ("BPF_MAP_TYPE_QUEUE", 22);

    public static readonly Helper Lookup = new("bpf_map_lookup_elem", 1);
    public static readonly Helper Update = new("bpf_map_update_elem", 2);
    public static readonly Helper Delete = new("bpf_map_delete_elem", 3);
    public static readonly Helper Push = new("bpf_map_push_elem", 87);
    public static readonly Helper Pop = new("bpf_map_pop_elem", 88);
    public static readonly Helper LookupPerCpu = new("bpf_map_lookup_percpu_elem", 195);
}
