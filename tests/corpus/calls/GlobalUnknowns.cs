/// <summary>A global function is walked through by itself: what its callers have tested is not known there.</summary>
[SchedExtOps("t")]
public sealed class T : Scheduler
{
    static readonly int[] table = [1, 2, 3];

    int n;

    [Global]
    static int PidOf(TaskStruct? p) => p!.Pid; //~ SCX2003

    [Global]
    static int At(int index) => table[index]; //~ SCX2010

    [NoInline]
    static int PidOfKnown(TaskStruct? p) => p!.Pid;

    [NoInline]
    static int AtKnown(int index) => table[index];

    public override void Running(TaskStruct p) => n += PidOf(p) + At(n & 1) + PidOfKnown(p) + AtKnown(n & 1);
}
