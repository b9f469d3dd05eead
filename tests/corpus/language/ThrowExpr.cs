[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct TaskCtx { public ulong VTime; public uint Runs; public int LastCpu; }

    readonly TaskStorage<TaskCtx> contexts = new();

    public override void Tick(TaskStruct p)
    {
        var ctx = contexts.Find(p) ?? throw new InvalidOperationException(); //~ SCX1005
        ctx.Value.Runs++;
    }
}
