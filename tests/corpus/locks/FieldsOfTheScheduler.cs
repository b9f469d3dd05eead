[SchedExtOps("t")]
public sealed class T : Scheduler
{
    BpfSpinLock first, second;
    ResilientSpinLock third;
    ulong a, b, c;

    public override void Running(TaskStruct p)
    {
        using (first.EnterScope())
            a++;
        using (second.EnterScope())
            b++;
        using var held = third.EnterScope();
        if (held.IsHeld)
            c++;
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        using (second.EnterScope())
            b = a;
    }
}
