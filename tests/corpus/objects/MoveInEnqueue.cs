[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        var tasks = DsqTasks(1);
        foreach (TaskStruct other in tasks)
            tasks.Move(other, Dsq.Local); //~ SCX4001
    }
}
