[SchedExtOps("t")]
public sealed class T : Scheduler
{
    readonly ArrayMap<ulong> counts = new(2);

    public override void Running(TaskStruct p) => counts[2]++;
}
