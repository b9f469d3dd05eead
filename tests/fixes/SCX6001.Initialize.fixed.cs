[SchedExtOps("t")]
public sealed class T : Scheduler
{
    readonly HashMap<int, ulong> runs = new(1024);

    public override void Running(TaskStruct p) => runs.Update(p.Pid, 1);
}
