using Scx.Bindings;

// A binding of the user's own: those of the Sdk have no such field yet.
[KernelStruct("task_struct")]
public sealed class OldTask
{
    [KernelField("old_cookie", Until = "7.0")]
    public ulong Cookie { get; }

    [KernelField("older_cookie", Until = "7.0", ZeroIfAbsent = true)]
    public ulong Older { get; }
}

[SchedExtOps("t", MinimumKernel = "6.16")]
public sealed class T : Scheduler
{
    ulong seen;

    [TracepointBtf("sched_wakeup")]
    void OnWakeup(OldTask p)
    {
        seen += p.Cookie; //~ SCX8010
        if (Kernel.Has<OldTask>(p => p.Cookie))
            seen += p.Cookie;
        else
            seen += p.Cookie; //~ SCX8010
        seen += p.Older;
    }
}
