namespace Scx.Tests.Language;

/// <summary>Ends itself with a message that has holes of all kinds.</summary>
[SchedExtOps("printing")]
public sealed class Printing : Scheduler
{
    int calls;

    /// <inheritdoc/>
    public override void Enable(TaskStruct p)
    {
        if (++calls == 3)
            Report(calls);
    }

    /// <summary>Prints numbers that follow from one.</summary>
    /// <param name="n">The number.</param>
    public static void Report(int n) =>
        Error($"{n} {-n,4}|{n,-4}|{-n:x} {(ushort)(n * 9000):X8} {(ulong)n << 62:d} {(uint)n:d3} {n > 2} {n < 2} {(char)(n + 'a')} {EnqFlags.Wakeup | (EnqFlags)n} 100%");
}
