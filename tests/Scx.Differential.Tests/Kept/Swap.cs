[SchedExtOps("random")]
public sealed class Random : Scheduler
{
    public short field;

    static void Swap<T>(ref T a, ref T b)
    {
        T t = a;
        a = b;
        b = t;
    }

    // A variable swapped with itself, and evaluation from left to right.
    [SyscallProgram]
    public void Same(ref Inputs io)
    {
        Swap(ref field, ref field);
        Swap(ref io.E, ref field);
        io.R0 = (ulong)(io.C++ + (io.C = 7) - --io.C) + (ulong)field;
    }
}
