namespace Scx.Tests.Language;

public sealed partial class Language
{
    void Arithmetic(long a, long b)
    {
        Add(ref arithmetic, a + b);
        Add(ref arithmetic, a - b);
        Add(ref arithmetic, a * b);
        Add(ref arithmetic, (int)a * (int)b);
        Add(ref arithmetic, (uint)a - (uint)b);
        Add(ref bits, a & b);
        Add(ref bits, a | ~b);
        Add(ref bits, (a ^ b) - -a);
        // .NET throws for these two; BPF does not.
        if (b == 0 || (b == -1 && a == long.MinValue))
            return;
        Add(ref division, a / b);
        Add(ref division, a % b);
        Add(ref division, (long)((ulong)a / (ulong)b));
        Add(ref division, (long)((ulong)a % (ulong)b));
        if ((int)b == 0 || ((int)b == -1 && (int)a == int.MinValue))
            return;
        Add(ref division, (int)a / (int)b);
        Add(ref division, (int)a % (int)b);
        Add(ref division, (uint)a / (uint)b);
        Add(ref division, a / 10);
        Add(ref division, (int)a % 7);
        Add(ref division, (long)((ulong)a / 1000));
    }

    void Shifts(long a, int by)
    {
        Add(ref shifts, a << by);
        Add(ref shifts, a >> by);
        Add(ref shifts, a >>> by);
        Add(ref shifts, (int)a << by);
        Add(ref shifts, (int)a >> by);
        Add(ref shifts, (uint)a >> by);
        Add(ref shifts, (long)((ulong)a >> by));
        sbyte narrow = (sbyte)a;
        narrow <<= by;
        Add(ref shifts, narrow);
        narrow = (sbyte)a;
        narrow >>= 3;
        Add(ref shifts, narrow);
    }

    void Comparisons(long a, long b)
    {
        Add(ref comparisons, a < b);
        Add(ref comparisons, a >= b);
        Add(ref comparisons, (ulong)a < (ulong)b);
        Add(ref comparisons, (int)a <= (int)b);
        Add(ref comparisons, (uint)a > (uint)b);
        Add(ref comparisons, (short)a == (short)b);
        Add(ref comparisons, (byte)a != (byte)b);
        Add(ref comparisons, Math.Max(a, b));
        Add(ref comparisons, Math.Min((uint)a, (uint)b));
        Add(ref comparisons, VtimeBefore((ulong)a, (ulong)b));
    }

    void Widths(long a)
    {
        sbyte s8 = (sbyte)a;
        byte u8 = (byte)a;
        short s16 = (short)a;
        ushort u16 = (ushort)a;
        int s32 = (int)a;
        uint u32 = (uint)a;
        s8++;
        u8 += 200;
        s16 *= 3;
        u16--;
        s32 -= 5;
        u32 = ~u32;
        Add(ref widths, s8);
        Add(ref widths, u8);
        Add(ref widths, s16);
        Add(ref widths, u16);
        Add(ref widths, s32);
        Add(ref widths, u32);
        Add(ref widths, s8 + u8 * s16);
        Add(ref widths, -s16);
        Add(ref widths, (u16 & s8) | u8);
        Add(ref widths, s32++ + ++s32 - u32--);
    }

    void Conversions(long a)
    {
        Add(ref conversions, (long)(ulong)(uint)(int)(short)a);
        Add(ref conversions, (sbyte)(byte)a);
        Add(ref conversions, (ushort)(sbyte)a);
        Add(ref conversions, (char)a);
        Add(ref conversions, (nint)a + (long)(nuint)7);
        EnqFlags flags = (EnqFlags)(ulong)a;
        Add(ref conversions, (long)(flags & (EnqFlags)0xFF));
        Add(ref conversions, (flags | (EnqFlags)1) == flags);
    }
}
