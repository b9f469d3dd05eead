using System.Collections.Generic;
using System.Numerics;

public interface IUnit<T> where T : IUnit<T>
{
    static abstract T Zero { get; }

    static virtual int Scale => 2;

    int Value { get; }

    static abstract T From(int value);

    static abstract T operator +(T a, T b);
}

public readonly record struct Weight(int Value) : IUnit<Weight>
{
    public static Weight Zero => default;

    public static Weight From(int value) => new(value);

    public static Weight operator +(Weight a, Weight b) => new(a.Value + b.Value);
}

public struct Box<T> where T : unmanaged
{
    public T Held;

    public readonly T Get() => Held;

    public static Box<T> Of(T value) => new() { Held = value };
}

static class Members
{
    public static int Doubled(this int value) => value * 2;

    extension(int value)
    {
        public int Tripled => value * 3;

        public int Plus(int other) => value + other;

        public static int Seven() => 7;
    }

    extension<T>(Box<T> box) where T : unmanaged
    {
        public T Inside => box.Held;
    }
}

[SchedExtOps("random")]
public sealed class Random : Scheduler
{
    public int field;

    [SyscallProgram]
    public void Instantiated(ref Inputs io)
    {
        io.R0 = (ulong)(Sum<Weight>(io.C, io.E) + Largest(io.C, io.E) + (int)Largest(io.B, 7ul) + Largest(io.H, io.I & 0xFF));
        Box<Box<int>> nested = new() { Held = new() { Held = io.C } };
        io.R1 = (ulong)(nested.Held.Get() + Box<long>.Of(io.A).Held + nested.Inside.Inside);
        io.R2 = (ulong)(Weighted(io.A, (long)io.G) + Weighted(io.C, io.E));
        io.R3 = (ulong)(Kind(io.C) + Kind(io.A) + Kind(io.D) + Kind(nested));
    }

    [SyscallProgram]
    public void Local(ref Inputs io)
    {
        int seen = 0;
        io.R0 = (ulong)(Twice(io.C) + (int)Twice(io.A) + Twice(io.H));
        io.R1 = (ulong)(seen + (Same((1, io.C), (1, 0)) ? 1 : 0) + (Same(io.A, 0) ? 2 : 0));
        io.R2 = (ulong)(io.C.Doubled() + io.E * 1.Plus(io.C) + io.C.Tripled + int.Seven());

        T Twice<T>(T a) where T : INumber<T>
        {
            seen++;
            return Inner(a) + Inner(a);

            T Inner(T b) => b;
        }
    }

    static int Sum<T>(int a, int b) where T : struct, IUnit<T> => (T.From(a) + T.From(b) + T.Zero).Value * T.Scale;

    static T Largest<T>(T a, T b) where T : IComparable<T> => a.CompareTo(b) > 0 ? a : b;

    static T Weighted<T>(T a, T b) where T : struct, INumber<T> => T.Max(a * b, T.One) - (a > T.Zero ? b : T.Min(a, b));

    static int Kind<T>(T value) where T : unmanaged => value is int ? 1 : value is long wide ? (int)wide : typeof(T) == typeof(uint) ? 3 : 4;

    static bool Same<T>(T a, T b) where T : IEquatable<T> => a.Equals(b) && EqualityComparer<T>.Default.Equals(a, b);
}
