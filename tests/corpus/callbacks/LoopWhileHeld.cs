[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Event
    {
        public int Pid;
        public ulong At;
    }

    readonly RingBuffer<Event> events = new(65536);

    BpfSpinLock gate;

    public override void Running(TaskStruct p)
    {
        using (gate.EnterScope())
            Loop.Run(20, turn => LoopStep.Continue); //~ SCX3105
    }
}
