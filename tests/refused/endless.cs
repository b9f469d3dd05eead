[SchedExtOps("endless")]
public sealed class Endless : Scheduler
{
    ulong enough, turns;

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        while (enough != 5)
            turns++;
    }
}
