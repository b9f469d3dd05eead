[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct TaskCtx { public ulong VTime; public uint Runs; public int LastCpu; }

    readonly HashMap<int, TaskCtx> tasks = new(8192);
    ulong vtimeNow;

    public override void Tick(TaskStruct p)
    {
        lock (tasks) //~ SCX1012
            vtimeNow++;
    }
}
