[SchedExtOps("t")]
public sealed class T : Scheduler
{
    readonly ArrayOfMaps<QueueMap<int>> levels = new(5, () => new(16));

    public override void Running(TaskStruct p)
    {
        levels.Find(2).Push(1); //~ SCX2001
    }
}
