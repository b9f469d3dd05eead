[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong found;

    public override void Running(TaskStruct p)
    {
        if (Kernel.Has(TidToTask) && TidToTask(1) is not null) found++;
    }
}
