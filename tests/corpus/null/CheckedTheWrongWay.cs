[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Context { public ulong Vtime; public uint Runs; }
    readonly HashMap<int, Context> tasks = new(1024);
    ulong missing;

    public override void Running(TaskStruct p)
    {
        var context = tasks.Find(p.Pid);
        if (context is not null)
            missing++;
        else
            context!.Value.Runs++; //~ SCX2001
    }
}
