[SchedExtOps("t")]
public sealed class T : Scheduler
{
    readonly HashMap<int, ulong> rates = new(64);
    ulong share;

    public override void Running(TaskStruct p)
    {
        if (rates.TryGet(p.Pid, out var rate))
            share = 1000 / rate.Value; //~ SCX5009
    }
}
