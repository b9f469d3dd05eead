[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Event
    {
        public int Pid;
        public ulong At;
    }

    readonly RingBuffer<Event> events = new(65536);

    [System.Runtime.CompilerServices.InlineArray(16)]
    struct Counts { ulong first; }

    Counts counts;

    public override void Running(TaskStruct p)
    {
        Loop.Run(20, turn =>
        {
            if (turn >= 16) return LoopStep.Break;
            counts[(int)turn]++;
            return LoopStep.Continue;
        });
    }
}
