[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Context { public ulong Vtime; public uint Runs; }
    readonly HashMap<int, Context> tasks = new(1024);
    ulong missing;

    public override void Running(TaskStruct p)
    {
        var context = tasks.Find(p.Pid);
        switch (context)
        {
            case null:
                missing++;
                break;
            default:
                context.Value.Runs++;
                break;
        }
    }
}
