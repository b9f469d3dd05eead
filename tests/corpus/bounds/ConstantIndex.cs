[SchedExtOps("t")]
public sealed class T : Scheduler
{
    readonly PerCpuArray<ulong> counts = new(2);

    public override void Running(TaskStruct p)
    {
        counts[0]++;
        counts[1]++;
        counts[2]++; //~ SCX2012
    }
}
