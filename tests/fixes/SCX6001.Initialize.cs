[SchedExtOps("t")]
public sealed class T : Scheduler
{
    HashMap<int, ulong> runs;

    public override void Running(TaskStruct p) => runs.Update(p.Pid, 1);
}
