[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Slot
    {
        public CpumaskKptr Mask, Other;
    }

    readonly ArrayMap<Slot> slots = new(1);

    public override int Init()
    {
        slots[0].Mask.Exchange(CreateCpumask());
        slots[0].Other.Exchange(CreateCpumask());
        return 0;
    }
}
