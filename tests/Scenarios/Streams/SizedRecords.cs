using System.Runtime.CompilerServices;

namespace Scx.Scenarios;

/// <summary>Records of any size to and from user space, and views of what lies in maps.</summary>
[SchedExtOps("sized_records")]
public sealed class SizedRecords : Scheduler
{
    public struct Header
    {
        public int Pid;
        public uint Length;
        public ulong Sum;
    }

    [InlineArray(Longest)]
    public struct Payload
    {
        byte first;
    }

    public struct Entry
    {
        public Payload Bytes;
        public ulong Number;

        public readonly uint High => (uint)(Number >> 32);
    }

    public const int Longest = 32, HeaderSize = 16;

    readonly RingBuffer events = new(64 * 1024);
    readonly RingBuffer few = new(4096);
    readonly UserRingBuffer messages = new(4096);
    readonly ArrayMap<Entry> entries = new(4);

    ulong Lost, Dropped, Written;
    uint Size, Narrowed, Cloned;
    ulong Number, Filled;
    int PastTheEnd, Refused, NoMemory, Held;
    bool ReadOnly, TooLarge;
    public bool HasFill;
    ulong MessageBytes, FirstBytes, ShortMessages;

    public override void Running(TaskStruct p)
    {
        uint length = (uint)p.Pid % Longest;
        using var record = events.Reserve(HeaderSize + length);
        if (record.IsNull)
        {
            Lost++;
            return;
        }
        if (p.Pid % 5 == 4)
        {
            Dropped++;
            return;
        }
        Payload payload = default;
        Span<byte> bytes = payload;
        bytes.Fill((byte)p.Pid);
        if (record.Data<Header>(0) is { } header)
        {
            header.Value.Pid = p.Pid;
            header.Value.Length = length;
        }
        record.Write(HeaderSize, bytes[..(int)length]);
        AddSum(record, length * (ulong)(byte)p.Pid);
        record.Submit();
        Written++;
    }

    static void AddSum(Dynptr record, ulong sum) => record.Write(8, sum);

    [SyscallProgram]
    int Views()
    {
        if (entries.Find(1) is not { } entry)
            return -1;
        var view = DynptrView.Of(entry);
        view.Write(Longest, 0x1122334455667788UL);
        Number = entry.Value.Number;
        Size = view.Size;
        ReadOnly = view.IsReadOnly;
        PastTheEnd = view.Read(Longest + 1, out ulong _);
        var clone = view.Clone();
        clone.Adjust(Longest, Longest + 8);
        Cloned = clone.Size;
        if (clone.Data<uint>(4) is { } high)
            high.Value = 7;
        Refused = clone.Data<ulong>(4) is null ? 1 : 0;
        view.Adjust(Longest, Longest + 4);
        Narrowed = view.Size;
        if (Kernel.Has(clone.Fill))
        {
            HasFill = true;
            clone.Fill(0, 2, 0xaa);
            Filled = entry.Value.Number;
        }
        return (int)entry.Value.High;
    }

    [SyscallProgram]
    int Reserve()
    {
        var none = few.Reserve(8192);
        TooLarge = none.IsNull;
        NoMemory = none.Write(0, 1UL);
        none.Discard();
        for (uint i = 0; i < 4; i++)
        {
            using var record = few.Reserve(100 * i);
            if (record.IsNull || i == 2)
                continue;
            record.Submit(RingBufferFlags.ForceWakeup);
            Held++;
        }
        return few.Output(new Header { Pid = 3 });
    }

    [SyscallProgram]
    int Take()
    {
        ulong total = 0;
        int taken = messages.Drain((record, ref total) =>
        {
            total += record.Size;
            if (record.Read(0, out uint first) == 0)
                FirstBytes += first;
            else
                ShortMessages++;
            return LoopStep.Continue;
        }, ref total);
        MessageBytes = total;
        return taken;
    }
}
