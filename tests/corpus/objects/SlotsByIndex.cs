using System.Runtime.CompilerServices;

[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [InlineArray(4)]
    struct Masks
    {
        CpumaskKptr first;
    }

    struct Group
    {
        public CpumaskKptr Own;
        public Masks Others;
    }

    readonly ArrayMap<Group> groups = new(8);
    Masks masks;
    ulong hits;

    public override int Init()
    {
        using BpfCpumaskReference? mask = CreateCpumask();
        if (mask is null)
            return -12;
        using BpfCpumaskReference? before = masks[2].Exchange(mask);
        return 0;
    }

    public override void Running(TaskStruct p)
    {
        int cpu = (int)GetSmpProcessorId();
        if (groups[cpu & 7].Own.Value is { } own && own.Test(cpu))
            hits++;
        if (groups[cpu & 7].Others[1].Value is { } other && other.Test(cpu))
            hits++;
        if (masks[cpu & 3].Value is { } mask && mask.Test(cpu)) //~ SCX6017
            hits++;
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        using BpfCpumaskReference? taken = masks[p.WakeCpu & 3].Exchange(null); //~ SCX6017
        if (taken is not null)
            hits++;
    }
}
