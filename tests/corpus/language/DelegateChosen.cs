[SchedExtOps("t")]
public sealed class T : Scheduler
{
    static ulong Long(TaskStruct p) => 20_000_000;
    static ulong Short(TaskStruct p) => 1_000_000;

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        Func<TaskStruct, ulong> slice = p.Policy == 3 ? Long : Short; //~ SCX1003
        DsqInsert(p, Dsq.Global, slice(p), enqFlags);
    }
}
