// Generic methods and structs, compiled once for each type; constraints, static abstract members, .NET's interfaces for numbers.
using System.Collections.Generic;
using System.Numerics;

[SchedExtOps("generics")]
public sealed class Generics : Scheduler
{
    int sum;

    public override void Runnable(TaskStruct p, EnqFlags enqFlags)
    {
        sum += Sum<Weight>(p.Pid, 4) + Largest(p.Pid, 3) + (int)Largest(5ul, 7ul);
        Box<Box<int>> nested = new() { Held = new() { Held = 3 } };
        sum += nested.Held.Get() + Box<int>.Of(4).Held;
        sum += (int)Weighted<long>(p.Pid, 3) + Weighted(p.Pid, 4);
        sum += Kind(p.Pid) + Kind(5L) + Kind(nested);
        sum += Twice(3) + (int)Twice(4L);
        if (Same((1, p.Pid), (1, 2)) || Same(p.Pid, 3))
            sum++;

        static T Twice<T>(T a) where T : INumber<T>
        {
            return Inner(a) + Inner(a);

            T Inner(T b) => b;
        }
    }

    static int Sum<T>(int a, int b) where T : struct, IUnit<T> => (T.From(a) + T.From(b) + T.Zero).Value * T.Scale;

    static T Largest<T>(T a, T b) where T : IComparable<T> => a.CompareTo(b) > 0 ? a : b;

    static T Weighted<T>(T a, T b) where T : struct, INumber<T> => T.Max(a * b, T.One) - (a > T.Zero ? b : T.Min(a, b));

    static int Kind<T>(T value) where T : unmanaged => value is int ? 1 : value is long wide ? (int)wide : typeof(T) == typeof(uint) ? 3 : 4;

    static bool Same<T>(T a, T b) where T : IEquatable<T> => a.Equals(b) && EqualityComparer<T>.Default.Equals(a, b);

    interface IUnit<T> where T : IUnit<T>
    {
        static abstract T Zero { get; }

        static virtual int Scale => 2;

        int Value { get; }

        static abstract T From(int value);

        static abstract T operator +(T a, T b);
    }

    readonly record struct Weight(int Value) : IUnit<Weight>
    {
        public static Weight Zero => default;

        public static Weight From(int value) => new(value);

        public static Weight operator +(Weight a, Weight b) => new(a.Value + b.Value);
    }

    struct Box<T> where T : unmanaged
    {
        public T Held;

        public readonly T Get() => Held;

        public static Box<T> Of(T value) => new() { Held = value };
    }
}
