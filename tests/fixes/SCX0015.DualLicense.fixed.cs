[SchedExtOps("t", License = "Dual MIT/GPL")]
public sealed class T : Scheduler
{
    ulong total;

    public override void Running(TaskStruct p) => total++;
}
