[SchedExtOps("t")]
public sealed class T : Scheduler
{
    readonly ArrayMap<ulong> counts = new(64);

    public override void Running(TaskStruct p)
    {
        var index = TaskCpu(p);
        if ((uint)index >= 64)
            return;
        counts[index]++;
    }
}
