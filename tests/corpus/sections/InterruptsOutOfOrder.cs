[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong n;

    public override void Running(TaskStruct p)
    {
        var first = Interrupts.Disable();
        var second = Interrupts.Disable();
        n++;
        first.Dispose(); //~ SCX3107
        second.Dispose();
    }
}
