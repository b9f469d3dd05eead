[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Domain { public ResilientSpinLock Lock; public ulong Load; }

    readonly HashMap<uint, Domain> domains = new(8);
    ulong failed;

    void Move(uint from, uint to, ulong load)
    {
        if (!domains.TryGet(from, out var source) || !domains.TryGet(to, out var target))
            return;
        using var first = source.Value.Lock.EnterScope();
        if (!first.IsHeld)
        {
            failed++;
            return;
        }
        using var second = target.Value.Lock.EnterScope();
        if (second.IsHeld)
        {
            source.Value.Load -= load;
            target.Value.Load += load;
        }
    }

    public override void Quiescent(TaskStruct p, DeqFlags deqFlags) => Move(0, 1, p.Scx.Weight);
}
