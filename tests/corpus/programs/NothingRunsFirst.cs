// Programs without a scheduler have no Init to begin in.
[BpfObject("t")]
public sealed class T
{
    static ulong Start() => (ulong)Environment.TickCount64;

    ulong count = Start(); //~ SCX1014

    readonly ArrayMap<ulong> counts = new(2) { [0] = 5 }; //~ SCX6018

    public T() => count = 5; //~ SCX1022

    [TracepointBtf("sched_wakeup")]
    void OnWakeup(TaskStruct p) => counts[0] += count;
}
