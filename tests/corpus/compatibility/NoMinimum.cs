[SchedExtOps("t")]
public sealed class T : Scheduler
{
    // Nothing is said of the oldest kernel, so the loader tells.
    public override void Dispatch(int cpu, TaskStruct? prev) => DsqReenq(1);
}
