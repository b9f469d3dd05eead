// What a slot owns may be asked for where nothing is ever put into it.
[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Context { public CpumaskKptr Mask; }

    CpumaskKptr primary;
    readonly ArrayMap<Context> contexts = new(4);
    ulong total;

    public override void Tick(TaskStruct p)
    {
        using (Rcu.Read())
        {
            if (primary.Value is { } mask && mask.Test(TaskCpu(p))) total++;
        }
    }

    public override void Running(TaskStruct p)
    {
        if (contexts.Find(1) is { } context && context.Value.Mask.Value is { } mask && mask.Test(3)) total++;
    }
}
