[SchedExtOps("t")]
public sealed class T : Scheduler
{
    readonly QueueMap<int> waiting = new(64);
    ulong taken;

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        while (true)
        {
            if (!waiting.TryPop(out _))
                return;
            taken++;
        }
    }
}
