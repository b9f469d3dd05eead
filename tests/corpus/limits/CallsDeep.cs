// Kernels from 7.2 on follow 16 functions; who does not say which kernels it is for is not told of older ones.
[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong seen;

    public override void Running(TaskStruct p) => One((ulong)p.Pid);

    [NoInline] ulong One(ulong n) => Two(n) + 1;
    [NoInline] ulong Two(ulong n) => Three(n) + 2;
    [NoInline] ulong Three(ulong n) => Four(n) + 3;
    [NoInline] ulong Four(ulong n) => Five(n) + 4;
    [NoInline] ulong Five(ulong n) => Six(n) + 5;
    [NoInline] ulong Six(ulong n) => Seven(n) + 6;
    [NoInline] ulong Seven(ulong n) => Eight(n) + 7;
    [NoInline] ulong Eight(ulong n) => seen += n;
}
