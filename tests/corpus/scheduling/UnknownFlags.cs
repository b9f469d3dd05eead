[SchedExtOps("t", Flags = (OpsFlags)(1UL << 40) | OpsFlags.EnqExiting)]
public sealed class T : Scheduler //~ SCX7014
{
    ulong ticks;

    public override void Tick(TaskStruct p) => ticks++;
}
