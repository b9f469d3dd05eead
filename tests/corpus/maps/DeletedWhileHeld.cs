[SchedExtOps("t")]
public sealed class T : Scheduler
{
    readonly HashMap<int, ulong> counts = new(64);

    public override void Running(TaskStruct p)
    {
        if (!counts.TryGet(p.Pid, out var count))
            return;
        counts.Delete(p.Pid);
        count.Value++;
    }
}
