[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Domain { public CpumaskKptr Cpus; }

    readonly ArrayMap<Domain> domains = new(4);
    ulong weight;

    ulong WeightOf(uint id)
    {
        using var section = Rcu.Read();
        return domains.Find(id) is { Value.Cpus.Value: { } mask } ? mask.Weight() : 0;
    }

    public override int Init()
    {
        int error = CreateDsq(1);
        if (error < 0)
            return error;
        using BpfCpumaskReference? old = domains[0].Cpus.Exchange(CreateCpumask());
        for (uint i = 0; i < 4; i++)
            weight += WeightOf(i);
        return 0;
    }
}
