[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        if (prev == null)
            return;
        foreach (int i in Loop.Range(0, 64))
        {
            if (DispatchNrSlots() == 0)
                break;
            DsqInsert(prev, Dsq.Global, Slice.Default);
        }
    }
}
