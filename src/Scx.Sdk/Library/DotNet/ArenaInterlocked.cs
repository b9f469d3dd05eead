using Interlocked = System.Threading.Interlocked;

namespace Scx.DotNet;

/// <summary>
/// What <see cref="Interlocked"/> does, on memory of the arena: on x86 its code has no atomic "and" and "or" that tell what was there
/// (arch/x86/net/bpf_jit_comp.c of 6.12 to 7.3, bpf_jit_supports_insn), so these are tried until no other CPU comes between.
/// </summary>
static class ArenaInterlocked
{
    public static int And(ref int location1, int value)
    {
        for (; ; )
        {
            int before = location1;
            if (Interlocked.CompareExchange(ref location1, before & value, before) == before) return before;
        }
    }

    public static uint And(ref uint location1, uint value)
    {
        for (; ; )
        {
            uint before = location1;
            if (Interlocked.CompareExchange(ref location1, before & value, before) == before) return before;
        }
    }

    public static long And(ref long location1, long value)
    {
        for (; ; )
        {
            long before = location1;
            if (Interlocked.CompareExchange(ref location1, before & value, before) == before) return before;
        }
    }

    public static ulong And(ref ulong location1, ulong value)
    {
        for (; ; )
        {
            ulong before = location1;
            if (Interlocked.CompareExchange(ref location1, before & value, before) == before) return before;
        }
    }

    public static int Or(ref int location1, int value)
    {
        for (; ; )
        {
            int before = location1;
            if (Interlocked.CompareExchange(ref location1, before | value, before) == before) return before;
        }
    }

    public static uint Or(ref uint location1, uint value)
    {
        for (; ; )
        {
            uint before = location1;
            if (Interlocked.CompareExchange(ref location1, before | value, before) == before) return before;
        }
    }

    public static long Or(ref long location1, long value)
    {
        for (; ; )
        {
            long before = location1;
            if (Interlocked.CompareExchange(ref location1, before | value, before) == before) return before;
        }
    }

    public static ulong Or(ref ulong location1, ulong value)
    {
        for (; ; )
        {
            ulong before = location1;
            if (Interlocked.CompareExchange(ref location1, before | value, before) == before) return before;
        }
    }
}
