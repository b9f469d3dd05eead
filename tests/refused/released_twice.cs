[SchedExtOps("released_twice")]
public sealed class ReleasedTwice : Scheduler
{
    public override void Running(TaskStruct p)
    {
        var parent = TaskFromPid(1);
        if (parent is null)
            return;
        parent.Dispose();
        parent.Dispose();
    }
}
//= SCX9012 10
