using System.Buffers.Binary;

namespace Scx.Differential.Machine;

/// <summary>What BPF's arithmetic and comparisons compute, on 64 and on 32 bits.</summary>
static class Arithmetic
{
    /// <summary>The result of an arithmetic instruction on 64 bits.</summary>
    public static ulong Compute64(int operation, short variant, ulong a, ulong b) => operation switch
    {
        0x00 => a + b,
        0x10 => a - b,
        0x20 => a * b,
        0x30 when variant == 1 => (ulong)Divide((long)a, (long)b),
        0x30 => b == 0 ? 0 : a / b,
        0x40 => a | b,
        0x50 => a & b,
        0x60 => a << (int)(b & 63),
        0x70 => a >> (int)(b & 63),
        0x80 => 0 - a,
        0x90 when variant == 1 => (ulong)Remainder((long)a, (long)b),
        0x90 => b == 0 ? a : a % b,
        0xa0 => a ^ b,
        0xb0 => Move(variant, b),
        0xc0 => (ulong)((long)a >> (int)(b & 63)),
        _ => throw new BpfFault($"arithmetic 0x{operation:x}"),
    };

    /// <summary>The same on 32 bits; the upper half of the result is 0.</summary>
    public static ulong Compute32(int operation, short variant, uint a, uint b) => operation switch
    {
        0x30 when variant == 1 => (uint)Divide((int)a, (int)b),
        0x30 => b == 0 ? 0 : a / b,
        0x60 => a << (int)(b & 31),
        0x70 => a >> (int)(b & 31),
        0x90 when variant == 1 => (uint)Remainder((int)a, (int)b),
        0x90 => b == 0 ? a : a % b,
        0xc0 => (uint)((int)a >> (int)(b & 31)),
        _ => (uint)Compute64(operation, variant, a, b),
    };

    /// <summary>Whether a conditional jump is taken, on 64 bits; for 32 bits the operands are extended as the comparison wants.</summary>
    public static bool Holds(int operation, ulong a, ulong b) => operation switch
    {
        0x10 => a == b,
        0x20 => a > b,
        0x30 => a >= b,
        0x40 => (a & b) != 0,
        0x50 => a != b,
        0x60 => (long)a > (long)b,
        0x70 => (long)a >= (long)b,
        0xa0 => a < b,
        0xb0 => a <= b,
        0xc0 => (long)a < (long)b,
        0xd0 => (long)a <= (long)b,
        _ => throw new BpfFault($"jump 0x{operation:x}"),
    };

    /// <summary>Whether a comparison is of signed numbers.</summary>
    public static bool IsSigned(int operation) => operation is 0x60 or 0x70 or 0xc0 or 0xd0;

    /// <summary>Byte order conversions; the order stays as it is where they go to little endian.</summary>
    public static ulong Order(int bits, bool swap, ulong value) => bits switch
    {
        16 => swap ? BinaryPrimitives.ReverseEndianness((ushort)value) : (ushort)value,
        32 => swap ? BinaryPrimitives.ReverseEndianness((uint)value) : (uint)value,
        _ => swap ? BinaryPrimitives.ReverseEndianness(value) : value,
    };

    static ulong Move(short variant, ulong value) => variant switch
    {
        8 => (ulong)(sbyte)value,
        16 => (ulong)(short)value,
        32 => (ulong)(int)value,
        _ => value,
    };

    // As the kernel rewrites them: x / 0 is 0, x % 0 is x, and the smallest number divided by -1 wraps.
    static long Divide(long a, long b) => b == 0 ? 0 : b == -1 ? unchecked(-a) : a / b;

    static int Divide(int a, int b) => b == 0 ? 0 : b == -1 ? unchecked(-a) : a / b;

    static long Remainder(long a, long b) => b == 0 ? a : b == -1 ? 0 : a % b;

    static int Remainder(int a, int b) => b == 0 ? a : b == -1 ? 0 : a % b;
}
