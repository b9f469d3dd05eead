[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct CpuContext { public ulong Load, Tasks; }

    readonly HashMap<uint, CpuContext> domains = new(64);

    public override void Tick(TaskStruct p)
    {
        uint domain = (uint)TaskCpu(p) / 8;
        Ref<CpuContext>? mine = domains.Find(domain);
        Ref<CpuContext>? next = domains.Find(domain + 1);
        if (mine is null && next is null)
            return;
        Ref<CpuContext> any = mine ?? next!;
        any.Value.Load++;
        if (mine != null && next != null && mine.Value.Load > next.Value.Load)
            (mine, next) = (next, mine);
        if (mine is { } m)
            m.Value.Tasks++;
        next?.Value.Tasks = 0;
    }
}
