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
        using var old = slots[0].Mask.Exchange(CreateCpumask());
        return 0;
    }
}
