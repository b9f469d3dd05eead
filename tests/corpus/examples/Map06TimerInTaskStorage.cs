[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Timed { public BpfTimer Timer; public ulong Count; }
    readonly TaskStorage<Timed> tasks = new(); //~ SCX6004
}
