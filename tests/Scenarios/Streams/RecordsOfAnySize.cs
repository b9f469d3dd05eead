using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Scx.Scenarios;

/// <summary>Reads and writes records of any size, and asks what a scheduler has seen of them.</summary>
static class RecordsOfAnySize
{
    public static void Run(Facts facts)
    {
        using var loaded = Objects.Load("sized_records");
        using var attached = loaded.Attach();
        using var events = attached.ReadRingBuffer("events");
        using var few = attached.ReadRingBuffer("few");
        using var messages = attached.WriteRingBuffer("messages");
        Objects.Sleep(times: 5);
        facts["waited"] = events.Wait(TimeSpan.FromSeconds(5));
        (int seen, int wrong) = (0, 0);
        for (; events.TryRead(out byte[]? record); seen++)
            wrong += IsAsWritten(record) ? 0 : 1;
        facts["seen"] = seen > 0;
        facts["wrong"] = wrong;
        facts["dropped"] = attached.Global<ulong>("Dropped").Value > 0;

        facts["views"] = attached.Run("Views");
        facts["number"] = attached.Global<ulong>("Number").Value.ToString("x");
        foreach (string size in (string[])["Size", "Narrowed", "Cloned"])
            facts[size] = attached.Global<uint>(size).Value;
        facts["readOnly"] = attached.Global<bool>("ReadOnly").Value;
        facts["pastTheEnd"] = attached.Global<int>("PastTheEnd").Value;
        facts["refused"] = attached.Global<int>("Refused").Value;
        facts["filled"] = attached.Global<bool>("HasFill").Value ? attached.Global<ulong>("Filled").Value.ToString("x") : "no";

        facts["reserved"] = attached.Run("Reserve");
        facts["tooLarge"] = attached.Global<bool>("TooLarge").Value;
        facts["noMemory"] = attached.Global<int>("NoMemory").Value;
        facts["held"] = attached.Global<int>("Held").Value;
        var sizes = new List<int>();
        while (few.TryRead(out byte[]? record))
            sizes.Add(record.Length);
        facts["sizes"] = string.Join(' ', sizes);

        facts["sent"] = messages.TryWrite([1, 0, 0, 0, 9]) && messages.TryWrite([2, 0, 0, 0]) && messages.TryWrite([3]);
        facts["taken"] = attached.Run("Take");
        facts["messageBytes"] = attached.Global<ulong>("MessageBytes").Value;
        facts["firstBytes"] = attached.Global<ulong>("FirstBytes").Value;
        facts["shortMessages"] = attached.Global<ulong>("ShortMessages").Value;
        facts["exit"] = attached.Detach()!.Reason;
    }

    static bool IsAsWritten(byte[] record)
    {
        if (record.Length < Unsafe.SizeOf<SizedRecords.Header>())
            return false;
        var header = MemoryMarshal.Read<SizedRecords.Header>(record);
        byte value = (byte)header.Pid;
        return record.Length == SizedRecords.HeaderSize + header.Length && header.Length == header.Pid % SizedRecords.Longest
            && header.Sum == header.Length * (ulong)value && record.Skip(SizedRecords.HeaderSize).All(b => b == value) && header.Pid % 5 != 4;
    }
}
