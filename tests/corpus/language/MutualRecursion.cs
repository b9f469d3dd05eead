[SchedExtOps("t")]
public sealed class T : Scheduler
{
    bool even;

    public override void Running(TaskStruct p) => even = IsEven(p.Scx.Weight);

    static bool IsEven(uint n) => n == 0 || IsOdd(n - 1); //~ SCX1009

    static bool IsOdd(uint n) => n != 0 && IsEven(n - 1);
}
