[SchedExtOps("t", Flags = OpsFlags.EnqLast)]
public sealed class T : Scheduler
{
    ulong ticks;

    public override void Tick(TaskStruct p) => ticks++;
}
