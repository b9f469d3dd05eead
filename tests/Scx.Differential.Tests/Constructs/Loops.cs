[SchedExtOps("random")]
public sealed class Random : Scheduler
{
    // More turns than the verifier is to walk through one by one.
    const int Many = 5000;

    [SyscallProgram]
    public void CountsOnly(ref Inputs io)
    {
        ulong sum = io.B;
        for (int i = 0; i < Many; i++)
            sum = sum * 31 + io.D + (sum >> 7);
        io.R0 = sum;
        for (uint i = Many; i > 4; i -= 3)
            sum = (sum ^ io.B) * 17 + (sum >> 9);
        io.R1 = sum;
        int turns = 0;
        for (long i = -4096; i != 0 && turns < io.H * 64; i++)
            turns += 1 + (int)(sum >> (turns & 31) & 1);
        io.R2 = (ulong)turns;
        for (byte i = 0; i < 2; i++)
        {
            for (int j = 0; j <= Many; j++)
                sum = sum * 3 + i;
        }
        io.R3 = sum;
    }

    [SyscallProgram]
    public void CountsForMore(ref Inputs io)
    {
        int last = 0;
        ulong sum = 0;
        for (int i = 0; i < Many; i++)
        {
            sum += io.B >> (i & 63);
            last = i;
        }
        io.R0 = sum + (ulong)last;
        int left = Many;
        for (; left >= 0; left--)
            sum = sum * 5 + io.D;
        io.R1 = sum + (ulong)left;
        for (int i = 0; i < Many; i++)
        {
            if ((sum & 0xFFFF) == (ushort)io.E)
                break;
            sum = sum * 7 + 1;
        }
        io.R2 = sum;
    }
}
