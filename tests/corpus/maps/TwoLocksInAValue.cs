[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Value { public BpfSpinLock First, Second; public ulong Count; }

    readonly ArrayMap<Value> values = new(1); //~ SCX6015

    public override void Running(TaskStruct p) { }
}
