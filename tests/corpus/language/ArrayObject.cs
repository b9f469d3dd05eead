[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong sum;

    public override void Running(TaskStruct p)
    {
        int[] counts = new int[4]; //~ SCX1001
        sum += (ulong)counts.Length;
    }
}
