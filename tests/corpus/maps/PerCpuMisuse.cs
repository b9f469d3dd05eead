using System.Runtime.CompilerServices;

[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [InlineArray(5000)]
    struct Large
    {
        ulong first;
    }

    struct Guarded
    {
        public BpfSpinLock Lock;
        public ulong Count;
    }

    PerCpu<ulong> replaced = new(); //~ SCX6001
    readonly PerCpu<Large> large = new(); //~ SCX6005
    readonly PerCpu<Guarded> guarded = new(); //~ SCX6004

    [Stat] readonly PerCpu<char> letter = new();
    [Stat] readonly PerCpu<bool> flag = new(); //~ SCX6012

    [Tunable("Never an option")]
    readonly PerCpu<ulong> option = new(); //~ SCX6010

    static readonly PerCpu<ulong> shared = new(); //~ SCX1021

    public override void Running(TaskStruct p)
    {
        shared.Value++;
        var made = new PerCpu<ulong>(); //~ SCX1001
        made.Value++;
    }
}
