using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

// Memory may not hold what a larger type, or one that wants a rounder address, would read from it.
[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Halves
    {
        public uint Low, High;
    }

    Halves halves;
    uint low;
    ulong total;

    public override void Running(TaskStruct p)
    {
        total += Unsafe.As<Halves, ulong>(ref halves); //~ SCX1037
        total += Unsafe.As<uint, ulong>(ref low); //~ SCX1037
        Span<byte> bytes = stackalloc byte[8];
        total += MemoryMarshal.Cast<byte, uint>(bytes)[1]; //~ SCX1037
    }
}
