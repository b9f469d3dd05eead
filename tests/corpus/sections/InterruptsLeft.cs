[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong n;

    public override void Running(TaskStruct p)
    {
        var section = Interrupts.Disable();
        if (p.Pid == 1)
            return; //~ SCX3107
        section.Dispose();
    }
}
