[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Ev { public int Pid; public ulong At; }

    ulong vtimeNow;

    readonly RingBuffer<Ev> small = new(10000); //~ SCX6003
    public override void Tick(TaskStruct p) => vtimeNow++;
}
