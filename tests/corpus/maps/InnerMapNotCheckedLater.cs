[SchedExtOps("t")]
public sealed class T : Scheduler
{
    readonly ArrayOfMaps<QueueMap<int>> levels = new(5, () => new(1024));

    public override void Runnable(TaskStruct p, EnqFlags enqFlags)
    {
        QueueMap<int> queue = levels.Find(p.Scx.Weight % 5)!;
        queue.Push(p.Pid); //~ SCX2001
    }
}
