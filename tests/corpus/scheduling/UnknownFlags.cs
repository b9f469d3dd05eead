[SchedExtOps("t", Flags = (OpsFlags)(1UL << 40) | OpsFlags.EnqExiting)] //~ SCX7014
public sealed class T : Scheduler
{
    ulong ticks;

    public override void Tick(TaskStruct p) => ticks++;
}
