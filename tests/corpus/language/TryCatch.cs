[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong count;

    public override void Running(TaskStruct p)
    {
        try //~ SCX1005
        {
            count++;
        }
        catch (Exception)
        {
            count--;
        }
    }
}
