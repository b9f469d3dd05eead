[SchedExtOps("t")]
public sealed class T : Scheduler
{
    readonly object gate = null!; //~ SCX1011
    ulong count;

    public override void Running(TaskStruct p)
    {
        lock (gate) //~ SCX1012
            count++;
    }
}
