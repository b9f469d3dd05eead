// The verifier knows of no index but a constant that the array has it.
[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Domain { public CpumaskKptr Cpus; public ulong Id; }

    readonly ArrayMap<Domain> domains = new(4);

    public override int Init()
    {
        for (uint i = 0; i < 4; i++)
        {
            BpfCpumaskReference? mask = CreateCpumask();
            if (mask is null)
                return -12;
            mask.Set((int)i);
            if (domains.Find(i) is not { } domain)
                return -2; //~ SCX3001
            domain.Value.Cpus.Exchange(mask)?.Dispose();
        }
        return 0;
    }
}
