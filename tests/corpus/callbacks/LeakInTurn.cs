[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Event
    {
        public int Pid;
        public ulong At;
    }

    readonly RingBuffer<Event> events = new(65536);

    int pids;

    public override void Running(TaskStruct p)
    {
        Loop.Run(20, turn =>
        {
            TaskReference? t = TaskFromPid((int)turn);
            if (t is null) return LoopStep.Continue;
            pids += t.Pid;
            return LoopStep.Continue; //~ SCX3001
        });
    }
}
