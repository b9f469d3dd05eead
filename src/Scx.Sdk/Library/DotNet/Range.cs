namespace Scx.DotNet;

/// <summary>What <see cref="System.Range"/> is, for the kernel: compiled in its place, and held against it by a test.</summary>
readonly struct Range(Index start, Index end)
{
    public Index Start { get; } = start;

    public Index End { get; } = end;

    public static Range All => new(Index.Start, Index.End);

    public static Range StartAt(Index start) => new(start, Index.End);

    public static Range EndAt(Index end) => new(Index.Start, end);

    // Where .NET throws, nothing.
    public (int Offset, int Length) GetOffsetAndLength(int length)
    {
        int from = Start.GetOffset(length), to = End.GetOffset(length);
        return (uint)to > (uint)length || (uint)from > (uint)to ? default : (from, to - from);
    }

    public bool Equals(Range other) => Start.Equals(other.Start) && End.Equals(other.End);
}
