[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(32)]
    struct Slots { ulong first; }
    [Tunable("Which")]
    readonly int which = 3;
    readonly uint other = 3;
    Slots table;
    public override void Tick(TaskStruct p)
    {
        table[which] = 1; //~ SCX2010
    }
    public override void Running(TaskStruct p)
    {
        table[(int)other] = 1; //~ SCX2010
    }
    public override void Stopping(TaskStruct p, bool runnable)
    {
        if (which > 40) return;
        table[which] = 1; //~ SCX2010
    }
    public override void Quiescent(TaskStruct p, DeqFlags deqFlags)
    {
        table[(int)(other % 33)] = 1; //~ SCX2010
    }
}
