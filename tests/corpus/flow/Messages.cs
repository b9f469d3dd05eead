/// <summary>Messages that the kernel puts together.</summary>
[SchedExtOps("t")]
public sealed class T : Scheduler
{
    const string Name = "queue";

    int n;

    public override void Running(TaskStruct p)
    {
        Printk($"{p.Comm}[{p.Pid}] runs on {TaskCpu(p),3}, flags {p.Flags:x8}, 100% {Name}, {true}, {'c'}, {p}");
        Printk("plain");
        if (n < 0)
            Error($"n is {n}");
        if (n > 1000)
            ExitWith(n, $"{(n > 2000 ? 2000 : n)} is enough");
        if (n == 7)
            Error($"seven" + $" of {n:d}");
    }

    public override void Dump(DumpCtx ctx)
    {
        foreach (int cpu in Loop.Range(0, 4))
            DumpPrint($"CPU {cpu,-4:d}: {(uint)n:d5}\n");
    }
}
