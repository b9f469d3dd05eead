[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong vtimeNow;

    public override void Tick(TaskStruct p)
    {
        try //~ SCX1005
        {
            vtimeNow++;
        }
        catch (Exception)
        {
            vtimeNow = 0;
        }
    }
}
