[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        DsqInsert(p, Dsq.Local, Slice.Default);
        DsqInsert(p, Dsq.Local, Slice.Default); //~ SCX7005
        return prevCpu;
    }
}
