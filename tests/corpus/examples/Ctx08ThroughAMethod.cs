[SchedExtOps("t")]
public sealed class T : Scheduler
{
    static void Push(TaskStruct p) => DsqInsert(p, Dsq.Global, Slice.Default, 0);

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags) => Push(p);

    public override void Stopping(TaskStruct p, bool runnable)
    {
        if (runnable)
            Push(p); //~ SCX4001
    }
}
