using System.Runtime.CompilerServices;
using Microsoft.Win32.SafeHandles;
using Scx.Runtime.Native;

namespace Scx.Runtime;

/// <summary>Reaches values that are kept with an object of the kernel's; the key is a descriptor of the object.</summary>
static unsafe class ObjectStorageAccess
{
    internal static bool TryGet(BpfMap map, SafeFileHandle owner, ref byte value)
    {
        int key = (int)owner.DangerousGetHandle();
        return Found(map, Libbpf.bpf_map_lookup_elem(map.Descriptor, in Unsafe.As<int, byte>(ref key), ref value), "reading");
    }

    internal static bool TrySet(BpfMap map, SafeFileHandle owner, ref readonly byte value)
    {
        int key = (int)owner.DangerousGetHandle();
        return Found(map, Libbpf.bpf_map_update_elem(map.Descriptor, (byte*)&key, in value, 0), "writing");
    }

    internal static bool Remove(BpfMap map, SafeFileHandle owner)
    {
        int key = (int)owner.DangerousGetHandle();
        return Found(map, Libbpf.bpf_map_delete_elem(map.Descriptor, in Unsafe.As<int, byte>(ref key)), "removing");
    }

    static bool Found(BpfMap map, int result, string operation) =>
        result >= 0 || (result == -ErrorNumber.NoEntry ? false : throw new MapOperationException(map.Name, operation, -result));
}
