[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Slot { public CpumaskKptr Mask; }
    readonly ArrayMap<Slot> masks = new(4);

    public override int Init()
    {
        BpfCpumaskReference? mask = CreateCpumask();
        if (mask is null)
            return -12;
        var slot = masks.Find(0);
        if (slot is null)
        {
            mask.Dispose();
            return -2;
        }
        BpfCpumaskReference? old = slot.Value.Mask.Exchange(mask);
        if (old is not null)
            old.Dispose();
        return 0;
    }
}
