[SchedExtOps("t")]
public sealed class T : Scheduler
{
    readonly RingBuffer<int> events = new(16 * 4096);

    public override void Running(TaskStruct p) => events.Output(p.Pid);
}
