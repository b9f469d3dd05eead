[SchedExtOps("t")]
public sealed class T : Scheduler
{
    readonly HashMap<int, ulong> known = new(1024);

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        if (known.Find(p.Pid) is null)
        {
            DsqInsert(p, Dsq.Global, Slice.Default, enqFlags);
            return;
        }
        DsqInsert(p, Dsq.Global, Slice.Default, enqFlags);
    }
}
