using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

// Memory of one type as memory of another.
[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Halves
    {
        public uint Low, High;
    }

    [InlineArray(8)]
    struct Numbers
    {
        int first;
    }

    readonly RingBuffer events = new(4096);
    ulong total;
    int count;

    public override void Running(TaskStruct p)
    {
        Unsafe.As<int, uint>(ref count) += 3;
        total += Unsafe.BitCast<Halves, ulong>(new Halves { Low = (uint)p.Pid, High = 1 });
        total += Unsafe.BitCast<ulong, Halves>(total).High;
        Numbers numbers = default;
        Span<int> some = numbers;
        some[1] = p.Pid;
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(some[..3]);
        total += bytes[4];
        total += MemoryMarshal.Cast<int, ushort>(some)[3];
        total += MemoryMarshal.Read<uint>(bytes[3..]) + BinaryPrimitives.ReadUInt16BigEndian(bytes[1..]);
        MemoryMarshal.Write(MemoryMarshal.AsBytes(some), total);
        using var record = events.Reserve(64);
        record.Write(0, bytes);
        record.Submit();
    }
}
