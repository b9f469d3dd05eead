[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Context { public ulong Vtime; public uint Runs; }
    readonly HashMap<int, Context> tasks = new(1024);

    public override void Running(TaskStruct p)
    {
        Count(p.Pid);
        Count(p.Tgid);

        void Count(int pid)
        {
            if (tasks.TryGet(pid, out var context))
                context.Value.Runs++;
        }
    }
}
