[SchedExtOps("t")]
public sealed class T : Scheduler
{
    readonly Arena arena = new(2_000_000); //~ SCX6002
    ArenaPointer<ulong> counter;

    public override void Running(TaskStruct p) => counter.Value++; //~ SCX6008
}
