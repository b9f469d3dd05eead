[SchedExtOps("t")]
public sealed class T : CidScheduler
{
    ulong all;

    public override int SelectCid(TaskStruct p, int prevCid, WakeFlags wakeFlags)
    {
        int cpu = SelectCpuDefault(p, prevCid, wakeFlags, out bool isIdle); //~ SCX8006
        if (isIdle)
            DsqInsert(p, Dsq.Local, Slice.Default);
        return CpuToCid(cpu);
    }

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        DsqInsert(p, Dsq.Global, Slice.Default, enqFlags);
        Wake(p);
    }

    void Wake(TaskStruct p) => KickCpu(TaskCid(p), KickFlags.Idle); //~ SCX8006

    public override void Tick(TaskStruct p)
    {
        p.Scx.Slice = 0; //~ SCX8007
        all += p.Scx.Slice;
    }

    public override void Stopping(TaskStruct p, bool runnable) => p.Scx.DsqVtime += 1; //~ SCX8007

    public override int Init() => CreateDsq(1);
}

[SchedExtOps("u", MinimumKernel = "7.1")] //~ SCX8008
public sealed class U : CidScheduler
{
    public override void Tick(TaskStruct p) => KickCid(0, KickFlags.Idle);
}

// Needs nothing: an arena is made for it.
[SchedExtOps("v", MinimumKernel = "7.2")]
public sealed class V : CidScheduler
{
    ulong weight, here;

    public override void SetCmask(TaskStruct p, ArenaPointer<ulong> cmask) => weight = cmask[2];

    public override void Running(TaskStruct p)
    {
        here = (ulong)ThisCid();
        if (TaskSetSlice(p, Slice.Default))
            here++;
    }

    // User space's programs are no callbacks.
    [SyscallProgram]
    int Where() => CpuToCid(0);
}
