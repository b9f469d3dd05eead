[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Slot { public CpumaskKptr Mask; }

    readonly ArrayMap<Slot> slots = new(1);
    uint weight;

    public override int Init()
    {
        CreateDsq(1);
        using BpfCpumaskReference? old = slots[0].Mask.Exchange(CreateCpumask());
        using (Rcu.Read())
        {
            BpfCpumask? mask = slots[0].Mask.Value;
            if (mask is not null)
                weight = mask.Weight();
        }
        return 0;
    }
}
