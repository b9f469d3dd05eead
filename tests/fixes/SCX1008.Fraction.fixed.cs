[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong total;

    public override void Stopping(TaskStruct p, bool runnable) => total += (ulong)(p.Scx.Weight * 3 / 2);
}
