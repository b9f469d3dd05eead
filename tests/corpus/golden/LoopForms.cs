/// <summary>How loops are closed: plainly, where the verifier sees their end; by may_goto, where not, and then a counter that does nothing else is one in which the verifier sees no turns.</summary>
[SchedExtOps("loop_forms")]
public sealed class LoopForms : Scheduler
{
    readonly QueueMap<uint> waiting = new(64);

    uint total, limit;

    public override void Running(TaskStruct p)
    {
        for (uint i = 0; i < 100; i++)
            total += i;
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        for (uint i = 0; i < limit; i++)
            total += i;
    }

    public override void Enable(TaskStruct p)
    {
        while (waiting.TryPop(out uint next))
            total += next;
    }

    public override void Disable(TaskStruct p)
    {
        for (int i = 0; i < 10_000; i++)
        {
            if (waiting.TryPop(out uint next) && next > limit)
                total += next;
        }
    }
}
