namespace Scx.Scenarios;

/// <summary>Overrides every callback.</summary>
[SchedExtOps("maximal", Flags = OpsFlags.EnqLast)]
public sealed class Maximal : Scheduler
{
    const ulong Queue = 7;

    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags) => prevCpu;
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        DsqInsert(p, Queue, Slice.Default, enqFlags);
        IdleCpu.LookAgain(p, enqFlags);
    }

    public override void Dequeue(TaskStruct p, DeqFlags deqFlags) { }
    public override void Dispatch(int cpu, TaskStruct? prev) => DsqMoveToLocal(Queue);
    public override void Tick(TaskStruct p) { }
    public override void Runnable(TaskStruct p, EnqFlags enqFlags) { }
    public override void Running(TaskStruct p) { }
    public override void Stopping(TaskStruct p, bool runnable) { }
    public override void Quiescent(TaskStruct p, DeqFlags deqFlags) { }
    public override bool Yield(TaskStruct from, TaskStruct? to) => false;
    public override bool CoreSchedBefore(TaskStruct a, TaskStruct b) => false;
    public override void SetWeight(TaskStruct p, uint weight) { }
    public override void SetCpumask(TaskStruct p, Cpumask cpumask) { }
    public override void UpdateIdle(int cpu, bool idle) { }
    public override int InitTask(TaskStruct p, InitTaskArgs args) => 0;
    public override void ExitTask(TaskStruct p, ExitTaskArgs args) { }
    public override void Enable(TaskStruct p) { }
    public override void Disable(TaskStruct p) { }
    public override void Dump(DumpCtx ctx) { }
    public override void DumpCpu(DumpCtx ctx, int cpu, bool idle) { }
    public override void DumpTask(DumpCtx ctx, TaskStruct p) { }
    public override int CgroupInit(Cgroup cgroup, CgroupInitArgs args) => 0;
    public override void CgroupExit(Cgroup cgroup) { }
    public override int CgroupPrepMove(TaskStruct p, Cgroup from, Cgroup to) => 0;
    public override void CgroupMove(TaskStruct p, Cgroup from, Cgroup to) { }
    public override void CgroupCancelMove(TaskStruct p, Cgroup from, Cgroup to) { }
    public override void CgroupSetWeight(Cgroup cgroup, uint weight) { }
    public override void CgroupSetBandwidth(Cgroup cgroup, ulong periodUs, ulong quotaUs, ulong burstUs) { }
    public override void CgroupSetIdle(Cgroup cgroup, bool idle) { }
    public override void CpuOnline(int cpu) { }
    public override void CpuOffline(int cpu) { }
    public override int Init() => CreateDsq(Queue);
    public override void Exit(ExitInfo info) { }
}
