[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }

    Counts counts;
    int limit;
    ulong sum;

    public override void Stopping(TaskStruct p, bool runnable)
    {
        for (int i = 0; i < limit; i++)
            counts[i] = 0; //~ SCX2010
    }

    public override void Running(TaskStruct p)
    {
        for (uint i = 0; i < NrCpuIds(); i++)
            sum += counts[(int)i]; //~ SCX2010
    }

    public override void Tick(TaskStruct p)
    {
        uint cpus = NrCpuIds();
        for (uint i = 0; i < cpus; i++)
            counts[(int)i]++; //~ SCX2010
    }

    public override void Quiescent(TaskStruct p, DeqFlags deqFlags)
    {
        int last = limit;
        if (last > 65)
            return;
        for (int i = 0; i < last; i++)
            counts[i]++; //~ SCX2010
    }
}
