/// <summary>A global weighted-vtime (or FIFO) scheduler.</summary>
[SchedExtOps("simple", TimeoutMs = 5000)]
public sealed class Simple : Scheduler
{
    const ulong SharedDsq = 0;

    [Tunable("Schedule first-in first-out instead of by weighted vtime")]
    readonly bool fifo;

    ulong vtimeNow;

    [Stat] readonly PerCpuArray<ulong> local = new(1);

    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        int cpu = SelectCpuDefault(p, prevCpu, wakeFlags, out bool isIdle);
        if (isIdle)
        {
            local[0]++;
            DsqInsert(p, Dsq.Local, Slice.Default);
        }
        return cpu;
    }

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        if (fifo)
        {
            DsqInsert(p, SharedDsq, Slice.Default, enqFlags);
            return;
        }
        ulong vtime = p.Scx.DsqVtime;
        if (VtimeBefore(vtime, vtimeNow - Slice.Default))
            vtime = vtimeNow - Slice.Default;
        DsqInsertVtime(p, SharedDsq, Slice.Default, vtime, enqFlags);
    }

    public override void Dispatch(int cpu, TaskStruct? prev) => DsqMoveToLocal(SharedDsq);

    public override void Running(TaskStruct p)
    {
        if (VtimeBefore(vtimeNow, p.Scx.DsqVtime))
            vtimeNow = p.Scx.DsqVtime;
    }

    public override void Stopping(TaskStruct p, bool runnable) =>
        p.Scx.DsqVtime += (Slice.Default - p.Scx.Slice) * 100 / p.Scx.Weight;

    public override void Enable(TaskStruct p) => p.Scx.DsqVtime = vtimeNow;

    public override int Init() => CreateDsq(SharedDsq);
}
