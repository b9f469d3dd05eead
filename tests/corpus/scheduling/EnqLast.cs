[SchedExtOps("t", Flags = OpsFlags.EnqLast)] //~ SCX7010
public sealed class T : Scheduler
{
    ulong ticks;

    public override void Tick(TaskStruct p) => ticks++;
}
