[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Slot
    {
        public CpumaskKptr Mask;
    }

    readonly ArrayMap<Slot> slots = new(1);

    public override int Init()
    {
        BpfCpumaskReference? mask = CreateCpumask();
        if (mask is null)
            return -12;
        using BpfCpumaskReference? old = slots[0].Mask.Exchange(mask);
        mask.Set(1);
        mask.Set(2);
        return 0;
    }
}
