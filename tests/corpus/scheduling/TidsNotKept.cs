[SchedExtOps("t", MinimumKernel = "7.2")]
public sealed class T : Scheduler
{
    ulong last, found;

    public override void Running(TaskStruct p)
    {
        if (TidToTask(last) is not null) found++; //~ SCX7022
        last = p.Scx.Tid;
    }
}
