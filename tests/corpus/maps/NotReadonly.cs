[SchedExtOps("example")]
public sealed class Example : Scheduler
{
    HashMap<int, ulong> runs = new(1024); //~ SCX6001

    public override void Running(TaskStruct p) => runs.Update(p.Pid, 1);
}
