namespace Scx.Differential.Generation;

/// <summary>Random numbers that are the same for the same seed on any version of .NET (SplitMix64).</summary>
public sealed class Dice(ulong seed)
{
    ulong state = seed * 0x9E3779B97F4A7C15 + 1;

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        ulong z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A number from 0 to one less than the limit.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>True so many times in a hundred.</summary>
    public bool Percent(int chance) => Below(100) < chance;

    /// <summary>One of several.</summary>
    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];
}
