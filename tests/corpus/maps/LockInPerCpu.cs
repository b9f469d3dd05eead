[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Value { public BpfSpinLock Lock; public ulong Count; }

    readonly PerCpuArray<Value> values = new(1); //~ SCX6004

    public override void Running(TaskStruct p) { }
}
