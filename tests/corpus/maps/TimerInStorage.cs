[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Value { public BpfTimer Timer; public ulong Count; }

    readonly TaskStorage<Value> values = new(); //~ SCX6004

    public override void Running(TaskStruct p) { }
}
