[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override int InitTask(TaskStruct p, InitTaskArgs args) => p.Pid == 1 ? -12 : 0;
}
