using System.Runtime.CompilerServices;

namespace Scx;

/// <summary>
/// Things of one type in the scheduler's arena, taken and given back one at a time: what is kept of each task, for one. As a field of the scheduler it needs no
/// further preparation. It takes memory by slabs of whole pages when all it has is in use, and keeps it.
/// <code>
/// readonly Arena arena = new(1024);
/// ArenaPool&lt;TaskData&gt; pool;
/// readonly TaskStorage&lt;ArenaPointer&lt;TaskData&gt;&gt; tasks = new();
/// </code>
/// There is no lock, so that all CPUs may take and give back at once, in any callback. User space sees the same: with
/// <c>kernel.Global&lt;ArenaPool&lt;TaskData&gt;&gt;("pool").Value.Rented()</c> it goes through what the scheduler keeps, without a system call.
/// </summary>
/// <typeparam name="T">What the things are; a pointer to one may be kept anywhere.</typeparam>
struct ArenaPool<T> where T : unmanaged
{
    // At least so many are in a slab, lest much of a page is left over.
    const int FewestInSlab = 8;

    // Free slots are linked, the last one first. The low half is that of the first one's address, or 0: an arena lies within 4 GiB of addresses that have
    // the high half in common (arena_map_alloc of kernel/bpf/arena.c, 7.3). The high half is another after each change, so that who has looked at the first
    // slot notices if it was taken and given back meanwhile.
    ulong free;

    // Address of the slab that was made last.
    ulong slabs;

    ulong rents;
    ulong returns;
    ulong pages;

    /// <summary>How often a thing was taken.</summary>
    public readonly ulong Rents => rents;

    /// <summary>How often a thing was given back.</summary>
    public readonly ulong Returns => returns;

    /// <summary>Pages of the arena that it has.</summary>
    public readonly ulong Pages => pages;

    static int SlabPages => (Unsafe.SizeOf<Slab>() + FewestInSlab * Unsafe.SizeOf<Slot>() + Arena.PageSize - 1) / Arena.PageSize;

    static int SlotsInSlab => (SlabPages * Arena.PageSize - Unsafe.SizeOf<Slab>()) / Unsafe.SizeOf<Slot>();

    /// <summary>Takes a thing, all of it zero, and memory for more of them if need be. May sleep: in other callbacks, use <see cref="TryRent"/>.</summary>
    /// <param name="arena">The scheduler's arena.</param>
    /// <returns>The thing, to be given back by <see cref="Return"/>; null if the arena is full.</returns>
    public ArenaPointer<T> Rent(Arena arena)
    {
        var thing = TryRent();
        return thing.IsNull ? RentFromNewSlab(arena) : thing;
    }

    /// <summary>Takes a thing, all of it zero, if there is memory for it already.</summary>
    /// <returns>The thing, to be given back by <see cref="Return"/>; null if all are in use.</returns>
    public ArenaPointer<T> TryRent()
    {
        while (true)
        {
            ulong head = System.Threading.Volatile.Read(ref free);
            if ((uint)head == 0)
                return default;
            // Whoever takes that slot before this can makes the exchange fail, so that it does not matter what is read here then.
            var slot = ArenaPointer<Slot>.FromAddress(slabs >> 32 << 32 | (uint)head);
            if (System.Threading.Interlocked.CompareExchange(ref free, Changed(head, slot.Value.NextFree), head) == head)
                return Take(slot);
        }
    }

    /// <summary>Gives a thing back, which must not be used any more.</summary>
    /// <param name="thing">The thing.</param>
    public void Return(ArenaPointer<T> thing)
    {
        var slot = thing.As<Slot>();
        slot.Value.Value = default;
        slot.Value.Uses++;
        System.Threading.Interlocked.Increment(ref returns);
        AddFree(slot, slot);
    }

    /// <summary>
    /// The things that are taken, for user space. The scheduler goes on meanwhile: one that is given back during the walk may be there or not, and may
    /// have been taken for something else when it is looked at.
    /// </summary>
    public readonly System.Collections.Generic.IEnumerable<ArenaPointer<T>> Rented()
    {
        for (var slab = ArenaPointer<Slab>.FromAddress(slabs); !slab.IsNull; slab = ArenaPointer<Slab>.FromAddress(slab.Value.Next))
        {
            var slots = slab.Element(1).As<Slot>();
            for (int i = 0; i < SlotsInSlab; i++)
            {
                if (slots[i].IsTaken)
                    yield return slots.Element(i).As<T>();
            }
        }
    }

    ArenaPointer<T> RentFromNewSlab(Arena arena)
    {
        var slab = arena.AllocatePages<Slab>((uint)SlabPages);
        if (slab.IsNull)
            return default;
        System.Threading.Interlocked.Add(ref pages, (ulong)SlabPages);
        AddSlab(slab);

        var slots = slab.Element(1).As<Slot>();
        int last = SlotsInSlab - 1;
        for (int i = 1; i < last; i++)
            slots[i].NextFree = (uint)slots.Element(i + 1).Address;
        AddFree(slots.Element(1), slots.Element(last));
        // The first one is not for others to take away.
        return Take(slots);
    }

    ArenaPointer<T> Take(ArenaPointer<Slot> slot)
    {
        slot.Value.Uses++;
        System.Threading.Interlocked.Increment(ref rents);
        return slot.As<T>();
    }

    void AddSlab(ArenaPointer<Slab> slab)
    {
        while (true)
        {
            ulong next = System.Threading.Volatile.Read(ref slabs);
            slab.Value.Next = next;
            if (System.Threading.Interlocked.CompareExchange(ref slabs, slab.Address, next) == next)
                return;
        }
    }

    void AddFree(ArenaPointer<Slot> first, ArenaPointer<Slot> last)
    {
        while (true)
        {
            ulong head = System.Threading.Volatile.Read(ref free);
            last.Value.NextFree = (uint)head;
            if (System.Threading.Interlocked.CompareExchange(ref free, Changed(head, (uint)first.Address), head) == head)
                return;
        }
    }

    static ulong Changed(ulong head, uint first) => ((head >> 32) + 1) << 32 | first;

    /// <summary>A thing, and behind it what the pool knows of it: a pointer to the one is a pointer to the other.</summary>
    struct Slot
    {
        public T Value;

        // The low half of the address of the next free slot.
        public uint NextFree;

        // How often it was taken and given back: odd while it is taken.
        public uint Uses;

        public readonly bool IsTaken => Uses % 2 != 0;
    }

    /// <summary>The beginning of a slab; slots follow.</summary>
    struct Slab
    {
        // Address of the slab that was made before.
        public ulong Next;
    }
}
