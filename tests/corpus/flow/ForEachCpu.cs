[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong total;

    public override void Running(TaskStruct p)
    {
        foreach (int cpu in p.CpusPtr.Cpus(NrCpuIds()))
            total += (ulong)cpu;
        using CpumaskReference online = GetOnlineCpumask();
        foreach (int cpu in online.Cpus(64))
        {
            if (cpu == 3)
                return;
            total++;
        }
    }

    // The CPUs' sets and callbacks of the other form are not named to this one.
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags) => CreateDsq(1); //~ SCX4001
}
