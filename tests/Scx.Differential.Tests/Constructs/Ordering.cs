using System.Collections.Generic;
using System.Numerics;
using System.Runtime.CompilerServices;

public record struct Job(int Key, long Id) : IComparable<Job>
{
    public readonly int CompareTo(Job other) => Key.CompareTo(other.Key);
}

public readonly struct ById(bool down) : IComparer<Job>
{
    public int Compare(Job a, Job b) => down ? b.Id.CompareTo(a.Id) : a.Id.CompareTo(b.Id);
}

public enum Priority : byte { Low, Middle, High }

[InlineArray(24)]
public struct Jobs
{
    Job first;
}

[SchedExtOps("random")]
public sealed class Random : Scheduler
{
    Jobs many;

    static uint Next(ref uint seed)
    {
        seed ^= seed << 13;
        seed ^= seed >> 17;
        seed ^= seed << 5;
        return seed;
    }

    static ulong Hash<T>(ReadOnlySpan<T> numbers) where T : unmanaged, IBinaryInteger<T>
    {
        ulong hash = 7;
        foreach (T number in numbers)
            hash = hash * 31 + ulong.CreateTruncating(number);
        return hash;
    }

    [SyscallProgram]
    public void Numbers(ref Inputs io)
    {
        Span<int> few = [io.C, io.E, 3, io.G, -7, io.H];
        few[((io.H & 7) % 6)..].Sort();
        io.R0 = Hash<int>(few);
        few.Sort();
        io.R1 = (ulong)(few.BinarySearch(3) * 100 + few.BinarySearch((int)io.F)) + Hash<int>(few);
        uint seed = io.D | 1;
        Span<ulong> more = stackalloc ulong[20];
        foreach (ref ulong number in more)
            number = Next(ref seed);
        more[5] = more[6];
        more.Sort();
        io.R2 = Hash<ulong>(more) + (ulong)more.BinarySearch(more[7]);
        Span<sbyte> three = [io.G, 1, (sbyte)io.H];
        three.Sort();
        io.R3 = Hash<sbyte>(three);
    }

    [SyscallProgram]
    public void Structs(ref Inputs io)
    {
        uint seed = io.D | 1;
        Span<Job> jobs = stackalloc Job[7];
        for (int i = 0; i < jobs.Length; i++)
            jobs[i] = new((int)(Next(ref seed) & 3), i);
        jobs[..(int)(io.H % 7)].Sort();
        foreach (var job in jobs)
            io.R0 = io.R0 * 31 + (ulong)job.Key * 7 + (ulong)job.Id;
        jobs.Sort(new ById(io.J));
        io.R1 = (ulong)(jobs[0].Id * 10 + jobs[^1].Id);
        // .NET takes three in steps of their own, which equal ones show.
        var three = jobs[..3];
        three[0].Key = three[1].Key = 2;
        three[2].Key = io.G;
        three.Sort();
        io.R2 = (ulong)(three[0].Id * 100 + three[1].Id * 10 + three[2].Id);
    }

    [SyscallProgram]
    public void Many(ref Inputs io)
    {
        uint seed = io.D | 1;
        Span<Job> jobs = many;
        for (int i = 0; i < jobs.Length; i++)
            jobs[i] = new((int)Next(ref seed), 0);
        jobs.Sort();
        foreach (var job in many)
            io.R0 = io.R0 * 31 + (ulong)job.Key;
    }

    [SyscallProgram]
    public void OtherTypes(ref Inputs io)
    {
        Span<Priority> priorities = [Priority.High, (Priority)(io.H & 3), Priority.Low];
        priorities.Sort();
        Span<bool> flags = [true, io.J, false, true];
        flags.Sort();
        Span<(int, byte)> pairs = [(io.C, 1), (io.E, 2), (io.C, 0)];
        pairs.Sort();
        io.R0 = (ulong)priorities[0] + 10 * (ulong)priorities[1] + (flags[1] ? 1000u : 0) + pairs[1].Item2 * 10_000u;
        io.R1 = (ulong)priorities.IndexOf(Priority.Middle) * 7 + (priorities.Contains(Priority.Low) ? 5000u : 0);
        Span<Job> jobs = [new(1, 2), new(io.C, 3), new(3, io.A)];
        io.R2 = (ulong)jobs.IndexOf(new Job(io.E, 3)) + (ulong)(jobs.Contains(new(1, 2)) ? 10 : 0) + (ulong)jobs.Count(new Job(1, 2)) * 100
            + (jobs.SequenceEqual([new(1, 2), new(io.C, 3), new(3, 4)]) ? 1000u : 0) + (jobs.StartsWith([new Job(1, 2)]) ? 2000u : 0);
    }

    [SyscallProgram]
    public void Searches(ref Inputs io)
    {
        Span<uint> numbers = [io.D, io.H, 0, 0, io.D, 5];
        io.R0 = (ulong)numbers.IndexOfAnyExcept(io.D) + (ulong)numbers.Count(0u) * 100 + (ulong)numbers.IndexOfAnyInRange(1u, 10u) * 1000;
        io.R1 = (ulong)numbers.LastIndexOfAnyExcept(5u) + (ulong)numbers.IndexOfAnyExceptInRange(0u, 300u) * 10
            + (numbers.ContainsAnyExcept(5u) ? 700u : 0) + (numbers.ContainsAnyInRange(200u, 300u) ? 9000u : 0);
        io.R2 = (ulong)numbers.CommonPrefixLength(numbers[2..]) + (ulong)numbers.SequenceCompareTo(numbers[1..]) * 10;
        numbers.Replace(0u, 9u);
        io.R3 = Hash<uint>(numbers);
    }

    static bool IsDefault<T>(T value) where T : struct, IEquatable<T> => value.Equals(default);

    static int Order<T>(in T a, in T b) where T : IComparable<T> => a.CompareTo(b);

    [SyscallProgram]
    public void Compared(ref Inputs io)
    {
        io.R0 = (IsDefault(io.C) ? 1u : 0) + (IsDefault(io.I) ? 2u : 0) + (IsDefault(io.J) ? 4u : 0) + (IsDefault((io.C, io.E)) ? 8u : 0);
        io.R1 = (ulong)(Order(io.J, true) * 100 + Order(new Job(io.C, 1), new Job(4, 0)) * 10 + Order(io.H, (byte)4));
        io.R2 = (ulong)Order((io.C, io.H), (4, (byte)5)) + (ulong)(io.C, io.E, io.J).CompareTo((io.C, (short)5, true)) * 1000;
        int? maybe = io.J ? io.C : null;
        io.R3 = (ulong)(Comparer<int>.Default.Compare(io.C, io.E) + Comparer<int?>.Default.Compare(maybe, io.E) * 10 + Comparer<Priority>.Default.Compare((Priority)io.H, Priority.Middle) * 100)
            + (EqualityComparer<Priority>.Default.Equals((Priority)io.H, Priority.High) ? 100_000u : 0);
    }
}
