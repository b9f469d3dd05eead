[SchedExtOps("t")]
public sealed class T : Scheduler
{
    // All runs.
    ulong total;

    public override void Running(TaskStruct p) => total++;
}
