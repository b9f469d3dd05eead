[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Slot { public CpumaskKptr Mask; }

    readonly ArrayMap<Slot> slots = new(1);
    uint weight;

    public override int Init()
    {
        BpfCpumaskReference? mask = CreateCpumask();
        if (mask is null) return -12;
        using BpfCpumaskReference? old = slots[0].Mask.Exchange(mask);
        return 0;
    }

    public override void Running(TaskStruct p)
    {
        BpfCpumask? mask = slots[0].Mask.Value;
        if (mask is not null)
            weight = mask.Weight();
    }
}
