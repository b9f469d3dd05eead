[SchedExtOps("example")]
public sealed class Example : Scheduler
{
    readonly HashMap<int, ulong> runs = new(0); //~ SCX6002

    public override void Running(TaskStruct p) => runs.Update(p.Pid, 1);
}
