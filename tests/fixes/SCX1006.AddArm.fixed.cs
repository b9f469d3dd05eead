[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong total;

    public override void Running(TaskStruct p) => total += p.Prio switch
    {
        < 100 => 1ul,
        < 120 => 2ul,
        _ => default,
    };
}
