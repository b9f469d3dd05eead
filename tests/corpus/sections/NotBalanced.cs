[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong total;

    public override void Tick(TaskStruct p)
    {
        var section = Rcu.Read();
        if (p.Pid == 0)
            return; //~ SCX3106
        section.Dispose();
    }

    public override void Running(TaskStruct p)
    {
        var section = Preemption.Disable();
        total++;
        if (p.Pid == 0)
            section.Dispose();
    } //~ SCX3107

    public override void Stopping(TaskStruct p, bool runnable)
    {
        var section = Rcu.Read();
        section.Dispose();
        section.Dispose(); //~ SCX3106
    }
}
