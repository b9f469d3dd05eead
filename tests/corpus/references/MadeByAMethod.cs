[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong seen;

    static BpfCpumaskReference? Allowed(TaskStruct p)
    {
        BpfCpumaskReference? mask = CreateCpumask();
        if (mask is not null)
            mask.CopyFrom(p.CpusPtr);
        return mask;
    }

    public override void Running(TaskStruct p)
    {
        using BpfCpumaskReference? mask = Allowed(p);
        if (mask is not null && !mask.IsEmpty())
            seen++;
    }
}
