/// <summary>Fields that some kernels lack: asked for by way of others, by the struct itself, and such as count as 0.</summary>
[SchedExtOps("kernel_fields", MinimumKernel = "6.16")]
public sealed class KernelFields : Scheduler
{
    ulong last;
    bool has;

    public override void Running(TaskStruct p)
    {
        if (Kernel.Has<TaskStruct>(p => p.Scx.Tid))
            last = p.Scx.Tid;
    }

    public override void Stopping(TaskStruct p, bool runnable) =>
        last = Kernel.Has<SchedExtEntity>(scx => scx.Tid) ? p.Scx.Tid : (ulong)p.Pid;

    public override void Tick(TaskStruct p) => last = (ulong)p.RcuReadLockNesting;

    // Embedded, an enum's, a pointer's.
    public override int Init()
    {
        has = Kernel.Has<TaskStruct>(p => p.Scx) && Kernel.Has<TaskStruct>(p => p.Flags) && Kernel.Has<TaskStruct>(p => p.Mm);
        return 0;
    }
}
