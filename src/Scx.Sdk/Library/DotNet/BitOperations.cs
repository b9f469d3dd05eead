namespace Scx.DotNet;

/// <summary>What <see cref="System.Numerics.BitOperations"/> does, for the kernel: compiled in its place, and held against it by a test.</summary>
static class BitOperations
{
    public static bool IsPow2(int value) => (value & (value - 1)) == 0 && value > 0;

    public static bool IsPow2(uint value) => (value & (value - 1)) == 0 && value != 0;

    public static bool IsPow2(long value) => (value & (value - 1)) == 0 && value > 0;

    public static bool IsPow2(ulong value) => (value & (value - 1)) == 0 && value != 0;

    public static int PopCount(uint value) => PopCount((ulong)value) & 63;

    // Counts of 2, 4 and 8 bits side by side, then their sum by a multiplication.
    public static int PopCount(ulong value)
    {
        value -= (value >> 1) & 0x5555555555555555;
        value = (value & 0x3333333333333333) + ((value >> 2) & 0x3333333333333333);
        value = (value + (value >> 4)) & 0x0F0F0F0F0F0F0F0F;
        // The mask changes nothing but what is known of the result.
        return (int)((value * 0x0101010101010101) >> 56) & 127;
    }

    public static int PopCount(nuint value) => PopCount((ulong)value);

    public static int LeadingZeroCount(uint value) => value == 0 ? 32 : 31 - Log2(value);

    public static int LeadingZeroCount(ulong value) => value == 0 ? 64 : 63 - Log2(value);

    public static int LeadingZeroCount(nuint value) => LeadingZeroCount((ulong)value);

    public static int TrailingZeroCount(int value) => TrailingZeroCount((uint)value);

    public static int TrailingZeroCount(uint value) => value == 0 ? 32 : TrailingZeroCount((ulong)value) & 31;

    public static int TrailingZeroCount(long value) => TrailingZeroCount((ulong)value);

    public static int TrailingZeroCount(ulong value) => PopCount((value & (0 - value)) - 1);

    public static int TrailingZeroCount(nuint value) => TrailingZeroCount((ulong)value);

    public static int Log2(uint value) => Log2((ulong)value) & 31;

    // Halves the part that holds the highest bit, without a branch: the verifier would walk both ways of each.
    public static int Log2(ulong value)
    {
        value |= value >> 1;
        value |= value >> 2;
        value |= value >> 4;
        value |= value >> 8;
        value |= value >> 16;
        value |= value >> 32;
        return PopCount(value >> 1) & 63;
    }

    public static int Log2(nuint value) => Log2((ulong)value);

    public static uint RotateLeft(uint value, int offset) => (value << offset) | (value >> -offset);

    public static ulong RotateLeft(ulong value, int offset) => (value << offset) | (value >> -offset);

    public static uint RotateRight(uint value, int offset) => (value >> offset) | (value << -offset);

    public static ulong RotateRight(ulong value, int offset) => (value >> offset) | (value << -offset);

    public static uint RoundUpToPowerOf2(uint value) => (uint)RoundUpToPowerOf2((ulong)value);

    // 0 for 0, and for what has no next power.
    public static ulong RoundUpToPowerOf2(ulong value)
    {
        value--;
        value |= value >> 1;
        value |= value >> 2;
        value |= value >> 4;
        value |= value >> 8;
        value |= value >> 16;
        value |= value >> 32;
        return value + 1;
    }
}
