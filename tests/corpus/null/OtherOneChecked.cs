[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Context { public ulong Vtime; public uint Runs; }
    readonly HashMap<int, Context> tasks = new(1024);

    public override void Running(TaskStruct p)
    {
        var own = tasks.Find(p.Pid);
        var leader = tasks.Find(p.Tgid);
        if (own is null)
            return;
        own.Value.Vtime += leader!.Value.Vtime; //~ SCX2001
    }
}
