[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Context { public ulong Vtime; public uint Runs; }
    readonly HashMap<int, Context> tasks = new(1024);
    ulong vtimeNow;

    public override void Running(TaskStruct p) => vtimeNow = tasks.Find(p.Pid)?.Value.Vtime ?? 0;
}
