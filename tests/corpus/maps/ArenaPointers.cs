[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Stats { public ulong Runs; }

    readonly Arena arena = new(16);
    readonly TaskStorage<ArenaPointer<Stats>> tasks = new();
    ArenaPool<Stats> pool;
    ulong address;

    public override int InitTask(TaskStruct p, InitTaskArgs args)
    {
        var stats = pool.Rent(arena);
        if (stats.IsNull)
            return -12;
        if (tasks.GetOrCreate(p) is { Value.IsNull: true } slot)
        {
            slot.Value = stats;
            return 0;
        }
        pool.Return(stats);
        return -12;
    }

    public override void Running(TaskStruct p)
    {
        if (tasks.Find(p) is { Value: { IsNull: false } stats })
            stats.Value.Runs++;
        else if (pool.TryRent() is { Address: not 0 and var at })
            address = ArenaPointer<Stats>.FromAddress(at).Element(1).Address;
    }

    public override void ExitTask(TaskStruct p, ExitTaskArgs args)
    {
        if (tasks.Find(p) is not { Value: { IsNull: false } stats })
            return;
        pool.Return(stats);
        tasks.Delete(p);
    }
}
