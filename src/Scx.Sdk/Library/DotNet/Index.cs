namespace Scx.DotNet;

/// <summary>What <see cref="System.Index"/> is, for the kernel: compiled in its place, and held against it by a test.</summary>
readonly struct Index
{
    // From the end it is the complement, as in .NET; the compiler makes indices of its own so.
    readonly int value;

    public Index(int value, bool fromEnd = false) => this.value = fromEnd ? ~value : value;

    public static Index Start => new(0);

    public static Index End => new(0, fromEnd: true);

    public int Value => value < 0 ? ~value : value;

    public bool IsFromEnd => value < 0;

    public static Index FromStart(int value) => new(value);

    public static Index FromEnd(int value) => new(value, fromEnd: true);

    public static implicit operator Index(int value) => new(value);

    public int GetOffset(int length) => value < 0 ? length + value + 1 : value;

    public bool Equals(Index other) => value == other.value;
}
