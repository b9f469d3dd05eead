// Structs whose layout the user says: overlapping fields, fields without gaps.
using System.Runtime.InteropServices;

[SchedExtOps("layouts")]
public sealed class Layouts : Scheduler
{
    ulong sum;

    readonly ArrayMap<Word> words = new(2);

    public override void Runnable(TaskStruct p, EnqFlags enqFlags)
    {
        Word word = default;
        word.Whole = 0x0102030405060708;
        word.High = 9;
        sum += word.Whole + (ulong)word.Low;
        words[0] = word;
        Packed packed = new() { Kind = 1, Total = 5 };
        sum += (ulong)packed.Total + packed.Kind;
    }

    [StructLayout(LayoutKind.Explicit)]
    struct Word
    {
        [FieldOffset(0)]
        public ulong Whole;

        [FieldOffset(0)]
        public int Low;

        [FieldOffset(4)]
        public short High;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    struct Packed
    {
        public byte Kind;
        public long Total;
    }
}
