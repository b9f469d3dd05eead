/// <summary>Methods that cannot be functions of their own.</summary>
[SchedExtOps("t")]
public sealed class T : Scheduler
{
    int n, sum;

    [NoInline]
    static int Six(int a, int b, int c, int d, int e, int f) => a + b + c + d + e + f; //~ SCX4014

    [NoInline]
    ref int Place(int a) => ref a > 0 ? ref n : ref sum; //~ SCX4014

    [Global]
    static int Total(Span<int> numbers) => numbers.Length; //~ SCX4014

    [Global]
    static TaskStruct Same(TaskStruct p) => p; //~ SCX4014

    public override void Running(TaskStruct p)
    {
        Span<int> four = stackalloc int[4];
        n += Six(1, 2, 3, 4, 5, n);
        n += Total(four);
        n += Same(p).Pid;
        Place(n)++;
    }
}
