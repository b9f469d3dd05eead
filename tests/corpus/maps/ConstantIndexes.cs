// The verifier knows that an array has what a constant index names: nothing is missing on a way that it does not look at.
[SchedExtOps("t")]
public sealed class ConstantIndexes : Scheduler
{
    readonly ArrayMap<ulong> counts = new(64);
    readonly PerCpuArray<ulong> own = new(8);

    public override void Running(TaskStruct p)
    {
        counts.Find(0)!.Value++;
        counts.Find(7)!.Value++;
        own.Find(3)!.Value++;
    }

    public override void Tick(TaskStruct p)
    {
        var section = Preemption.Disable();
        if (own.Find(1) is not { } found)
            return;
        found.Value++;
        section.Dispose();
    }

    public override int Init()
    {
        BpfCpumaskReference? mask = CreateCpumask();
        if (mask is null)
            return -12;
        if (counts.Find(63) is null)
            return -2;
        mask.Dispose();
        return 0;
    }
}
