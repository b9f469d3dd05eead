[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }
    Counts counts;

    static int A(int n) => n <= 0 ? 0 : B(n - 1); //~ SCX1009

    static int B(int n) => n <= 0 ? 1 : A(n - 1);

    public override void Tick(TaskStruct p) => counts[0] = (uint)A(p.Pid & 3);
}
