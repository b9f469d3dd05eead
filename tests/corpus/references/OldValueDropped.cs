[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Slot { public CpumaskKptr Mask; }

    readonly ArrayMap<Slot> slots = new(1);

    public override int Init()
    {
        BpfCpumaskReference? mask = CreateCpumask();
        if (mask is null) return -12;
        slots[0].Mask.Exchange(mask); //~ SCX3005
        return 0;
    }
}
