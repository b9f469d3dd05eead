[Scx.Bindings.KernelStruct("task_struct")]
public sealed class OldTask
{
    [Scx.Bindings.KernelField("old_cookie", Until = "7.0")]
    public ulong Cookie { get; }
}

[SchedExtOps("t", MinimumKernel = "6.16")]
public sealed class T : Scheduler
{
    ulong seen;

    [TracepointBtf("sched_wakeup")]
    void OnWakeup(OldTask p)
    {
        seen += p.Cookie;
    }
}
