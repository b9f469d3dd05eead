[SchedExtOps("t", Flags = OpsFlags.TidToTask, MinimumKernel = "7.2")]
public sealed class T : Scheduler
{
    ulong last, found;

    public override void Running(TaskStruct p)
    {
        if (TidToTask(last) is not null) found++;
        last = p.Scx.Tid;
    }
}
