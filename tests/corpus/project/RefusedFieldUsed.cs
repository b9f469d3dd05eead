[SchedExtOps("t")]
public sealed class T : Scheduler
{
    float share; //~ SCX1008
    ulong count;

    public override void Running(TaskStruct p)
    {
        share = share * 2;
        count++;
    }
}
