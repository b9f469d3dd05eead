using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Scx.Bindings;

namespace Scx;

/// <summary>
/// Memory that the scheduler and user space share, at the same addresses: a map of type BPF_MAP_TYPE_ARENA. What lies in it can point at other
/// things in it (<see cref="ArenaPointer{T}"/>), and the verifier does not ask whether a pointer is null or good: a wrong one reaches other memory
/// of the arena, or reads 0. A scheduler has one arena at most. It gives out whole pages; <c>ArenaPool</c>, which is compiled into schedulers like all of the
/// library, gives out single things.
/// </summary>
/// <param name="pages">Size in pages of 4096 bytes. Memory is taken page by page, when it is allocated.</param>
[MapType("BPF_MAP_TYPE_ARENA", 33, Flags = MapCreation.Mappable)]
public sealed unsafe class Arena([MapDefinition("max_entries", Meaning = "number of pages", Maximum = MapLimits.ArenaPages)] uint pages)
{
    /// <summary>Bytes of a page.</summary>
    public const int PageSize = 4096;

    readonly bool[] taken = new bool[MapStorage.Checked(pages)];
    readonly Lock gate = new();
    byte* memory;

    /// <summary>Size in pages.</summary>
    [MapDefinition("max_entries")]
    public uint Pages => (uint)taken.Length;

    /// <summary>Takes pages that are all 0 (<c>bpf_arena_alloc_pages</c>). May sleep.</summary>
    /// <typeparam name="T">What lies at their start.</typeparam>
    /// <param name="count">Number of pages, one behind the other.</param>
    /// <param name="at">Where, or null for anywhere.</param>
    /// <param name="node">NUMA node whose memory is wanted, or -1 for any.</param>
    /// <param name="flags">0.</param>
    /// <returns>The first page, or null if there is no room.</returns>
    [Kfunc("bpf_arena_alloc_pages", Prototype = "void * (void *, void *, u32, s32, u64)", ArgumentOrder = [0, 2, 1, 3, 4])]
    [KernelFunctionFlags(KernelFunctionFlags.Sleepable | KernelFunctionFlags.AnyProgram)]
    public ArenaPointer<T> AllocatePages<T>(uint count, ArenaPointer<T> at = default, int node = -1, ulong flags = 0) where T : unmanaged
    {
        lock (gate)
        {
            // Never given back, so that no pointer to it ever dangles. Within 4 GiB of addresses with one high half, as the kernel has it.
            if (memory is null)
            {
                nuint size = (nuint)taken.Length * PageSize;
                memory = (byte*)NativeMemory.AlignedAlloc(size, nuint.Max(PageSize, System.Numerics.BitOperations.RoundUpToPowerOf2(size)));
            }
            int first = at.IsNull ? FindRun((int)count) : (int)((at.Address - (ulong)memory) / PageSize);
            if (first < 0 || first + count > (uint)taken.Length || taken.AsSpan(first, (int)count).Contains(true)) return default;
            taken.AsSpan(first, (int)count).Fill(true);
            byte* page = memory + (nint)first * PageSize;
            Unsafe.InitBlock(page, 0, count * PageSize);
            return new ArenaPointer<T>((ulong)page);
        }
    }

    /// <summary>Gives pages back (<c>bpf_arena_free_pages</c>). May sleep.</summary>
    /// <param name="pages">The first of them.</param>
    /// <param name="count">Number of pages.</param>
    [Kfunc("bpf_arena_free_pages", Prototype = "void (void *, void *, u32)")]
    [KernelFunctionFlags(KernelFunctionFlags.Sleepable | KernelFunctionFlags.AnyProgram)]
    public void FreePages<T>(ArenaPointer<T> pages, uint count) where T : unmanaged
    {
        lock (gate)
        {
            long first = (long)(pages.Address - (ulong)memory) / PageSize;
            if (first >= 0 && first + count <= taken.Length) taken.AsSpan((int)first, (int)count).Clear();
        }
    }

    int FindRun(int count)
    {
        for (int first = 0; first + count <= taken.Length; first++)
        {
            if (!taken.AsSpan(first, count).Contains(true)) return first;
        }

        return -1;
    }
}
