// A value that is nothing but the kernel's state.
[SchedExtOps("t")]
public sealed class StateAsValue : Scheduler
{
    readonly ArrayMap<BpfTimer> timers = new(2);
    readonly ArrayMap<BpfSpinLock> locks = new(4);
    readonly ArrayMap<CpumaskKptr> masks = new(4);
    readonly ArrayMap<BpfWork> works = new(2);
    readonly HashMap<int, TaskKptr> tasks = new(64);
    ulong ticks;

    public override void Running(TaskStruct p)
    {
        if (locks.Find(1) is { } found)
        {
            using (found.Value.EnterScope())
                ticks++;
        }
        using (Rcu.Read())
        {
            if (masks[2].Value is { } mask && mask.Test(TaskCpu(p)))
                ticks++;
        }
    }

    public override int Init()
    {
        using var mask = CreateCpumask();
        if (mask is null)
            return -12;
        masks[2].Exchange(mask)?.Dispose();
        int status = works[1].Init(works, (in _, ref _) => ticks++);
        if (status != 0)
            return status;
        status = timers[1].Init(timers, Tick);
        return status != 0 ? status : timers[1].Start(100_000_000);
    }

    public override void ExitTask(TaskStruct p, ExitTaskArgs args) => tasks.Delete(p.Pid);

    void Tick(in uint key, ref BpfTimer timer)
    {
        ticks++;
        timer.Start(100_000_000);
    }
}
