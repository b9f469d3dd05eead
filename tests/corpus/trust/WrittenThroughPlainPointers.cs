[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override void Running(TaskStruct p)
    {
        if (p.LastWakee is { } wakee)
            wakee.Scx.DsqVtime = 3; //~ SCX2024
        if (LockedRq() is { Curr: { } current })
            current.Scx.Slice = 5; //~ SCX2024
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        p.LastWakee!.Scx.Slice = 5; //~ SCX2024
        if (p.RealParent?.LastWakee is { } wakee)
            Renew(wakee);
    }

    public override int Init()
    {
        var task = GetCurrentTask();
        if (task.RealParent is { } parent)
            parent.Scx.Slice = 5; //~ SCX2025
        return CreateDsq(1);
    }

    static void Renew(TaskStruct p) => p.Scx.Slice = Slice.Default; //~ SCX2024
}
