[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong total;

    void Count(TaskStruct p)
    {
        using var section = Preemption.Disable();
        if (p.Pid == 0)
            return;
        total++;
    }

    public override void Tick(TaskStruct p)
    {
        Count(p);
        Count(p);
    }
}
