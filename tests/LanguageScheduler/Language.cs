using System.Runtime.CompilerServices;

namespace Scx.Tests.Language;

/// <summary>
/// Computes on pairs of boundary values, one pair a call, and leaves a checksum of each group of operations. The same class runs under .NET and
/// in the kernel, where the checksums have to agree. The groups are spread over callbacks because the verifier walks every way through each.
/// </summary>
[SchedExtOps("language")]
public sealed partial class Language : Scheduler
{
    const int Count = 10;
    const int Pairs = Count * Count;

    // As many as a few seconds of an idle machine, and the tasks there are when a scheduler attaches, have calls for.
    const int PairsAtAttach = 40, PairsOfTasks = 60;

    [InlineArray(Count)]
    struct Samples
    {
        long first;
    }

    Samples samples;

    // How many pairs each callback has computed.
    [Stat] int initTasks, runnings, stoppings, runnables, quiescents;

    [Stat] long arithmetic, division, shifts, comparisons, widths, conversions, bits, control, patterns, structs, methods, maps, arrays;

    /// <inheritdoc/>
    public override int Init()
    {
        samples[0] = 0;
        samples[1] = 1;
        samples[2] = -1;
        samples[3] = int.MaxValue;
        samples[4] = int.MinValue;
        samples[5] = uint.MaxValue;
        samples[6] = long.MaxValue;
        samples[7] = long.MinValue;
        samples[8] = 0x0123456789ABCDEF;
        samples[9] = -77_777;
        Maps();
        return 0;
    }

    /// <inheritdoc/>
    public override int InitTask(TaskStruct p, InitTaskArgs args)
    {
        if (initTasks == PairsAtAttach || !Next(ref initTasks, out long a, out long b))
            return 0;
        Arithmetic(a, b);
        Shifts(a, (int)b);
        Widths(a);
        Conversions(b);
        return 0;
    }

    /// <inheritdoc/>
    public override void Running(TaskStruct p)
    {
        if (Next(ref runnings, out long a, out long b))
            Comparisons(a, b);
    }

    /// <inheritdoc/>
    public override void Stopping(TaskStruct p, bool runnable)
    {
        if (Next(ref stoppings, out long a, out long b))
            Control(a, b);
    }

    /// <inheritdoc/>
    public override void Runnable(TaskStruct p, EnqFlags enqFlags)
    {
        if (!Next(ref runnables, out long a, out long b))
            return;
        Patterns((int)a);
        Structs((int)b);
        Methods(a ^ b);
    }

    /// <inheritdoc/>
    public override void Quiescent(TaskStruct p, DeqFlags deqFlags)
    {
        if (Next(ref quiescents, out long a, out long b))
            Arrays((int)(a + b));
    }

    bool Next(ref int step, out long a, out long b)
    {
        a = b = 0;
        if (step == PairsOfTasks)
            return false;
        // Spread over all pairs, so that the first few are of all kinds.
        uint pair = (uint)step * 37 % Pairs;
        // Volatile, so that the compiler knows no value and the kernel has to compute.
        a = Volatile.Read(ref samples[(int)(pair / Count)]);
        b = Volatile.Read(ref samples[(int)(pair % Count)]);
        step++;
        return true;
    }

    static void Add(ref long sum, long value) => sum = sum * 31 + value;

    static void Add(ref long sum, bool value) => Add(ref sum, value ? 7 : 3);
}
