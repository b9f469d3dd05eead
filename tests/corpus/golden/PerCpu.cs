/// <summary>Variables of which each CPU has its own: the lookup of the one entry, whose absence is no way that the author sees.</summary>
[SchedExtOps("per_cpu")]
public sealed class PerCpuVariables : Scheduler
{
    struct Counters
    {
        public ulong Local, Shared;
    }

    [Stat] readonly PerCpu<ulong> hits = new();
    readonly PerCpu<Counters> counters = new();

    public override void Running(TaskStruct p)
    {
        hits.Value++;
        ref Counters here = ref counters.Value;
        here.Local += hits.Value;
        if (counters.Find(1) is { } there)
            here.Shared = there.Value.Local;
    }
}
