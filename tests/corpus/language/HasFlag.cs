[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong wakeups;

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        if ((enqFlags & EnqFlags.Wakeup) == EnqFlags.Wakeup)
            wakeups++;
        DsqInsert(p, Dsq.Global, slice: Slice.Default, enqFlags: enqFlags);
    }
}
