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
        using var old = slots[0].Mask.Exchange(CreateCpumask());
        using var old2 = slots[0].Other.Exchange(CreateCpumask());
        return 0;
    }
}
