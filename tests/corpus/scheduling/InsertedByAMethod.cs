[SchedExtOps("t")]
public sealed class T : Scheduler
{
    void Put(TaskStruct p, EnqFlags enqFlags) => DsqInsert(p, Dsq.Global, Slice.Default, enqFlags);

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        switch (p.Scx.Weight)
        {
            case 0:
                DsqInsert(p, Dsq.Local, Slice.Default, enqFlags);
                break;
            default:
                Put(p, enqFlags);
                break;
        }
    }
}
