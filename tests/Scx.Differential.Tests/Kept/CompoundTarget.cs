[SchedExtOps("random")]
public sealed class Random : Scheduler
{
    public ushort field;

    // The target is read before the right side changes it, also where that branches.
    [SyscallProgram]
    public void Branching(ref Inputs io)
    {
        ushort x = io.F;
        x ^= (ushort)(io.J ? x++ : --x);
        field += (ushort)(io.C switch { < 0 => field++, 0 => field = 3, _ => io.F });
        io.R0 = x;
        io.R1 = field;
    }

    [SyscallProgram]
    public void Straight(ref Inputs io)
    {
        ushort x = io.F;
        x ^= (ushort)(x++ + (x = io.H));
        io.R0 = x;
    }
}
