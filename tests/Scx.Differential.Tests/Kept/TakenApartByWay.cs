[SchedExtOps("random")]
public sealed class Random : Scheduler
{
    public byte g3;

    // Where a value depends on the way taken, the places are computed before it and kept.
    [SyscallProgram]
    public void M(ref Inputs io) => (io.H, g3) = ((byte)-io.C, (byte)(io.J ? io.C : io.E));

    [SyscallProgram]
    public void Nested(ref Inputs io)
    {
        (io.H, (io.D, g3)) = ((byte)-io.C, ((uint)io.E, (byte)(io.J ? io.C : io.E)));
        io.R0 = g3;
    }
}
