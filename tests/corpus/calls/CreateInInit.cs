[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override int Init() => CreateDsq(1);

    public override int InitTask(TaskStruct p, InitTaskArgs args) => CreateDsq((ulong)p.Pid);
}
