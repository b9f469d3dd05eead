[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Context { public ulong Vtime; public uint Runs; }
    readonly HashMap<int, Context> tasks = new(1024);
    uint chain;

    public override void Running(TaskStruct p)
    {
        int pid = p.Pid;
        for (int i = 0; i < 8 && tasks.Find(pid) is { } context; i++)
        {
            chain += context.Value.Runs;
            pid = p.Tgid + i;
        }
    }
}
