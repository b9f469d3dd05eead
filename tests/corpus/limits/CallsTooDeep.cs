[SchedExtOps("t", MinimumKernel = "6.16")]
public sealed class T : Scheduler
{
    ulong seen;

    public override void Running(TaskStruct p) => One((ulong)p.Pid);

    public override void Stopping(TaskStruct p, bool runnable) => Two((ulong)p.Pid);

    [NoInline] ulong One(ulong n) => Two(n) + 1;
    [NoInline] ulong Two(ulong n) => Three(n) + 2;
    [NoInline] ulong Three(ulong n) => Four(n) + 3;
    [NoInline] ulong Four(ulong n) => Five(n) + 4;
    [NoInline] ulong Five(ulong n) => Six(n) + 5;
    [NoInline] ulong Six(ulong n) => Seven(n) + 6;
    [NoInline] ulong Seven(ulong n) => Part(n) + 7;
    ulong Part(ulong n) => Eight(n) + 1; //~ SCX5006
    [NoInline] ulong Eight(ulong n) => seen += n;
}
