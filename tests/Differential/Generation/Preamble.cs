namespace Scx.Differential.Generation;

/// <summary>What every generated scheduler has beside its methods.</summary>
static class Preamble
{
    /// <summary>
    /// Types, and the division that C# code in the kernel has: where .NET throws, the one for .NET computes what is documented instead.
    /// </summary>
    public const string Types = Inputs.Source + """

        public struct Small
        {
            public sbyte A;
            public ulong B;
            public short C;
            public readonly int Sum() => A + C + (int)B;
            public void Bump(int by) { A += (sbyte)by; B ^= (ulong)by; }
            public static Small operator +(Small x, Small y) => new() { A = (sbyte)(x.A + y.A), B = x.B + y.B, C = (short)(x.C - y.C) };
        }

        public struct Nested
        {
            public uint Head;
            public Small Inner;
            public byte Tail;
        }

        [System.Runtime.CompilerServices.InlineArray(8)]
        public struct Eight
        {
            int first;
        }

        public enum Level : byte
        {
            Low,
            Middle = 7,
            High = 200,
        }

        public interface IOperation
        {
            static abstract long Apply(long a, long b);
        }

        public readonly struct Mixing : IOperation
        {
            public static long Apply(long a, long b) => (a << 5) ^ b;
        }

        public readonly struct Adding : IOperation
        {
            public static long Apply(long a, long b) => a + b * 3;
        }

        static class Op
        {
        #if BPF
            public static int Div(int a, int b) => a / b;
            public static uint Div(uint a, uint b) => a / b;
            public static long Div(long a, long b) => a / b;
            public static ulong Div(ulong a, ulong b) => a / b;
            public static int Rem(int a, int b) => a % b;
            public static uint Rem(uint a, uint b) => a % b;
            public static long Rem(long a, long b) => a % b;
            public static ulong Rem(ulong a, ulong b) => a % b;
        #else
            public static int Div(int a, int b) => b == 0 ? 0 : b == -1 ? -a : a / b;
            public static uint Div(uint a, uint b) => b == 0 ? 0 : a / b;
            public static long Div(long a, long b) => b == 0 ? 0 : b == -1 ? -a : a / b;
            public static ulong Div(ulong a, ulong b) => b == 0 ? 0 : a / b;
            public static int Rem(int a, int b) => b == 0 ? a : b == -1 ? 0 : a % b;
            public static uint Rem(uint a, uint b) => b == 0 ? a : a % b;
            public static long Rem(long a, long b) => b == 0 ? a : b == -1 ? 0 : a % b;
            public static ulong Rem(ulong a, ulong b) => b == 0 ? a : a % b;
        #endif
            public static (long Low, long High) Ordered(long a, long b) => a < b ? (a, b) : (b, a);
            public static int Folded(ReadOnlySpan<int> numbers) { int sum = 0; foreach (int number in numbers) sum = sum * 31 + number; return sum; }
            public static T Pick<T>(bool first, T a, T b) => first ? a : b;
            public static void Swap<T>(ref T a, ref T b) { T t = a; a = b; b = t; }
            public static long Apply<TOperation>(long a, long b) where TOperation : struct, IOperation => TOperation.Apply(a, b);
            public static int Total(Small s) { s.Bump(3); return s.Sum(); }
            public static void Fill(in Small from, out Nested to) => to = new Nested { Head = (uint)from.B, Inner = from, Tail = (byte)from.C };
            public static Small Make(int x) => new() { A = (sbyte)x, B = (ulong)x, C = (short)(x >> 3) };
        }

        """;
}
