namespace Scx.DotNet;

/// <summary>What <see cref="System.Math"/> does, for the kernel: compiled in its place, and held against it by a test.</summary>
static class Math
{
    public static long BigMul(int a, int b) => (long)a * b;

    public static ulong BigMul(uint a, uint b) => (ulong)a * b;

    /// <summary>The 128 bits of a product, the upper half as the result: four products of halves.</summary>
    public static ulong BigMul(ulong a, ulong b, out ulong low)
    {
        low = a * b;
        ulong aLow = (uint)a, aHigh = a >> 32, bLow = (uint)b, bHigh = b >> 32;
        ulong middle = aHigh * bLow + ((aLow * bLow) >> 32);
        ulong other = aLow * bHigh + (uint)middle;
        return aHigh * bHigh + (middle >> 32) + (other >> 32);
    }

    public static long BigMul(long a, long b, out long low)
    {
        ulong high = BigMul((ulong)a, (ulong)b, out ulong unsigned);
        low = (long)unsigned;
        return (long)high - ((a >> 63) & b) - ((b >> 63) & a);
    }

    public static int DivRem(int a, int b, out int result)
    {
        result = a % b;
        return a / b;
    }

    public static long DivRem(long a, long b, out long result)
    {
        result = a % b;
        return a / b;
    }

    public static (int Quotient, int Remainder) DivRem(int left, int right) => (left / right, left % right);

    public static (uint Quotient, uint Remainder) DivRem(uint left, uint right) => (left / right, left % right);

    public static (long Quotient, long Remainder) DivRem(long left, long right) => (left / right, left % right);

    public static (ulong Quotient, ulong Remainder) DivRem(ulong left, ulong right) => (left / right, left % right);
}
