[SchedExtOps("t")]
public sealed class T : Scheduler
{
    static void Finish(TaskReference task) => task.Dispose();

    public override void Tick(TaskStruct p)
    {
        using TaskReference? leader = TaskFromPid(p.Tgid); //~ SCX3003
        if (leader is null)
            return;
        Finish(leader);
    }
}
