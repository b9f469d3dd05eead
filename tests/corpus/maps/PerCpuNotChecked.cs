[SchedExtOps("t")]
public sealed class T : Scheduler
{
    readonly PerCpu<ulong> counted = new();

    public override void Running(TaskStruct p)
    {
        counted.Value++;
        counted.Find(1).Value++; //~ SCX2001
    }
}
