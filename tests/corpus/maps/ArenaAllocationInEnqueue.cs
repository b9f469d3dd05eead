[SchedExtOps("t")]
public sealed class T : Scheduler
{
    readonly Arena arena = new(16);
    ArenaPointer<ulong> counter;

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        counter = arena.AllocatePages<ulong>(1); //~ SCX4002
    }
}
