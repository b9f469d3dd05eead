[System.Runtime.CompilerServices.InlineArray(8)]
public struct Numbers
{
    int first;
}

[SchedExtOps("random")]
public sealed class Random : Scheduler
{
    Numbers numbers;

    // The place that is assigned is worked out once, before the right side, also where that branches.
    [SyscallProgram]
    public void Branching(ref Inputs io)
    {
        numbers[(int)(io.D >>= 14) & 7] = io.J ? io.C++ : 3;
        numbers[(io.C += 3) & 7] += io.J ? 5 : --io.C;
        for (int i = 0; i < 8; i++)
            io.R0 = io.R0 * 31 + (ulong)numbers[i];
    }
}
