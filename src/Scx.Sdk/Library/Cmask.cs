using System.Numerics;
using Interlocked = System.Threading.Interlocked;

namespace Scx;

/// <summary>
/// A set of CPUs by their topological numbers (cids), in the scheduler's arena and laid out as the kernel does: <c>new Cmask(cmask)</c> looks at what
/// <see cref="CidScheduler.SetCmask"/> is given, <c>Cmask.Create(page, 0, NrCids())</c> makes a set of the scheduler's own. It reaches from a first cid on; others
/// are not in it.
/// </summary>
/// <remarks><c>struct scx_cmask</c>: two words that say where it begins and how far it reaches, then a bit for each cid.</remarks>
/// <param name="words">Where it lies.</param>
readonly struct Cmask(ArenaPointer<ulong> words)
{
    // base and nr_cids are in the first word, alloc_words in the second.
    const int HeaderWords = 2;
    const int WordBits = 64;

    /// <summary>The first cid.</summary>
    public uint Base => (uint)words[0];

    /// <summary>The number of cids that it reaches over.</summary>
    public uint Length => (uint)(words[0] >> 32);

    int Words => (int)((Base % WordBits + Length + WordBits - 1) / WordBits);

    /// <summary>Bytes that a set takes.</summary>
    /// <param name="length">The number of cids that it reaches over.</param>
    public static uint SizeOf(uint length) => (HeaderWords + (length + WordBits - 1) / WordBits + 1) * sizeof(ulong);

    /// <summary>Makes an empty set.</summary>
    /// <param name="words">Where it is to lie: <see cref="SizeOf"/> bytes of the arena.</param>
    /// <param name="first">The first cid.</param>
    /// <param name="length">The number of cids that it reaches over.</param>
    public static Cmask Create(ArenaPointer<ulong> words, uint first, uint length)
    {
        words[0] = first | ((ulong)length << 32);
        words[1] = (length + WordBits - 1) / WordBits + 1;
        var mask = new Cmask(words);
        mask.ClearAll();
        return mask;
    }

    /// <summary>Whether a cid is in it.</summary>
    public bool Test(int cid) => Reaches(cid) && (words[WordOf(cid)] & Bit(cid)) != 0;

    /// <summary>Puts a cid in, at once for all CPUs that look.</summary>
    public void Set(int cid)
    {
        if (Reaches(cid)) Interlocked.Or(ref words[WordOf(cid)], Bit(cid));
    }

    /// <summary>Takes a cid out, at once for all CPUs that look.</summary>
    public void Clear(int cid)
    {
        if (Test(cid)) Interlocked.And(ref words[WordOf(cid)], ~Bit(cid));
    }

    /// <summary>Takes a cid out: of several CPUs that want it one gets it.</summary>
    /// <returns>Whether this CPU took it out.</returns>
    public bool TestAndClear(int cid) => Test(cid) && (Interlocked.And(ref words[WordOf(cid)], ~Bit(cid)) & Bit(cid)) != 0;

    /// <summary>Takes all out.</summary>
    public void ClearAll()
    {
        for (int i = 0; i < Words; i++)
            words[HeaderWords + i] = 0;
    }

    /// <summary>The number of cids in it.</summary>
    public uint Weight()
    {
        uint weight = 0;
        for (int i = 0; i < Words; i++)
            weight += (uint)BitOperations.PopCount(words[HeaderWords + i]);
        return weight;
    }

    /// <summary>The first cid in it from a given one on.</summary>
    /// <param name="from">Where to begin.</param>
    /// <returns>The cid, or -1 if there is none.</returns>
    public int Next(int from)
    {
        int begin = from < (int)Base ? (int)Base : from;
        for (int i = (begin - FirstOfWords) / WordBits; i < Words; i++)
        {
            int start = FirstOfWords + i * WordBits;
            ulong bits = words[HeaderWords + i];
            if (start < begin) bits &= ~0UL << (begin - start);
            if (bits != 0) return start + BitOperations.TrailingZeroCount(bits);
        }
        return -1;
    }

    /// <summary>The first cid that is in this set and in another.</summary>
    /// <param name="other">The other set.</param>
    /// <returns>The cid, or -1 if there is none.</returns>
    public int FirstAnd(Cmask other)
    {
        for (int i = 0; i < Words; i++)
        {
            int start = FirstOfWords + i * WordBits;
            ulong bits = words[HeaderWords + i] & other.BitsAt(start);
            if (bits != 0) return start + BitOperations.TrailingZeroCount(bits);
        }
        return -1;
    }

    /// <summary>The cids in it in rising order, as <c>foreach (int cid in cmask)</c> asks for them; what is put in or taken out meanwhile may or may not be seen.</summary>
    public Enumerator GetEnumerator() => new(this);

    // Bits are on one grid of 64 cids for all sets, wherever a set begins.
    int FirstOfWords => (int)(Base - Base % WordBits);

    ulong BitsAt(int start)
    {
        int i = (start - FirstOfWords) / WordBits;
        return start >= FirstOfWords && i < Words ? words[HeaderWords + i] : 0;
    }

    bool Reaches(int cid) => (uint)cid - Base < Length;

    int WordOf(int cid) => HeaderWords + (cid - FirstOfWords) / WordBits;

    static ulong Bit(int cid) => 1UL << (cid % WordBits);

    /// <summary>Goes through the cids of a set, in rising order.</summary>
    /// <param name="mask">The set.</param>
    public struct Enumerator(Cmask mask)
    {
        /// <summary>The cid that the loop is at.</summary>
        public int Current { get; private set; } = -1;

        /// <summary>Goes on to the next cid.</summary>
        /// <returns>Whether there is one.</returns>
        public bool MoveNext() => (Current = mask.Next(Current + 1)) >= 0;
    }
}
