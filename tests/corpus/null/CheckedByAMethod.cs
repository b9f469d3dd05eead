[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Context { public ulong Vtime; public uint Runs; }
    readonly HashMap<int, Context> tasks = new(1024);

    static bool IsThere(Ref<Context>? context) => context is not null;

    public override void Running(TaskStruct p)
    {
        var context = tasks.Find(p.Pid);
        if (IsThere(context))
            context!.Value.Runs++;
    }
}
