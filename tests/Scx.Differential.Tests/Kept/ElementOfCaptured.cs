[System.Runtime.CompilerServices.InlineArray(8)]
public struct Numbers
{
    int first;
}

public struct Holder
{
    public Numbers Inner;
    public int Sum;
}

[SchedExtOps("random")]
public sealed class Random : Scheduler
{
    Numbers numbers;
    Holder holder;

    // Index and right side branch, so the array is captured, and its element after it: both are places.
    [SyscallProgram]
    public void Both(ref Inputs io)
    {
        numbers[(io.C > 3 ? 1 : io.C) & 7] += io.J ? 5 : (int)io.A;
        numbers[(io.C > 3 ? 2 : io.C) & 7] = io.J ? 9 : (int)io.A;
        holder.Inner[(io.D > 7 ? 3 : (int)io.D) & 7] ^= io.G switch { < 0 => 77, 0 => io.C, _ => 5 };
        holder.Sum += io.J ? holder.Inner[3] : io.C++;
        for (int i = 0; i < 8; i++)
            io.R0 = io.R0 * 31 + (ulong)(numbers[i] + holder.Inner[i] * 3 + holder.Sum);
    }
}
