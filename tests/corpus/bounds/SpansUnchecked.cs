using System.Runtime.CompilerServices;

/// <summary>Indices and ranges of spans that may be out of range.</summary>
[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [InlineArray(16)] struct Sixteen { int first; }

    static readonly int[] weights = [88761, 71755, 56483];

    Sixteen global;
    long sum;
    int n;

    public override void Running(TaskStruct p)
    {
        Span<int> local = stackalloc int[8];
        int m = n;
        sum += local[m]; //~ SCX2010
        sum += weights[n]; //~ SCX2010
        for (int i = 0; i <= local.Length; i++)
            sum += local[i]; //~ SCX2010
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        Span<int> local = stackalloc int[8];
        sum += Get(local, n) + Nine(local);
    }

    static int Get(ReadOnlySpan<int> numbers, int at) => numbers[at]; //~ SCX2010

    static int Nine(ReadOnlySpan<int> numbers)
    {
        int sum = 0;
        for (int i = 0; i < 9; i++)
            sum += numbers[i]; //~ SCX2010
        return sum;
    }

    public override void Quiescent(TaskStruct p, DeqFlags deqFlags)
    {
        Span<int> local = stackalloc int[8], all = global;
        Index last = ^0;
        if (n > 0)
            sum += local[last]; //~ SCX2010
        else if (n == 0)
            sum += local[^9]; //~ SCX2010
        else if (n == -1)
            all[4..].CopyTo(local); //~ SCX2010
        else if (n == -2)
            sum += local[2..1].Length; //~ SCX2012
        else if (n < -9)
            local[n..].Clear(); //~ SCX2010
        else if (n == -3)
            sum += local[8]; //~ SCX2012
        else
            sum += weights[3]; //~ SCX2012
    }
}
