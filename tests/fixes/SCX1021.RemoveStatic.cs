[SchedExtOps("t")]
public sealed class T : Scheduler
{
    // All runs.
    static ulong total;

    public override void Running(TaskStruct p) => total++;
}
