[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Context { public ulong Vtime; public uint Runs; }
    readonly HashMap<int, Context> tasks = new(1024);

    public override void Running(TaskStruct p)
    {
        bool found = tasks.TryGet(p.Pid, out var context);
        if (!found)
            return;
        context!.Value.Runs++;
    }
}
