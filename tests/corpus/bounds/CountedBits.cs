using System.Numerics;
using System.Runtime.CompilerServices;

[InlineArray(64)] public struct PerBit { uint element; }

[InlineArray(65)] public struct PerCount { uint element; }

[InlineArray(33)] public struct PerShortCount { uint element; }

[SchedExtOps("t")]
public sealed class T : Scheduler
{
    PerBit bits;
    PerCount counts;
    PerShortCount shorts;

    public override void Running(TaskStruct p)
    {
        ulong left = p.StartTime;
        while (left != 0)
        {
            bits[BitOperations.TrailingZeroCount(left)]++;
            left &= left - 1;
        }
    }

    public override void Runnable(TaskStruct p, EnqFlags enqFlags) => bits[BitOperations.Log2(p.StartTime)]++;

    public override void Stopping(TaskStruct p, bool runnable)
    {
        counts[BitOperations.PopCount(p.StartTime)]++;
        counts[BitOperations.LeadingZeroCount(p.StartTime)]++;
        counts[BitOperations.TrailingZeroCount(p.StartTime)]++;
        shorts[BitOperations.PopCount((uint)p.Pid)]++;
        shorts[int.LeadingZeroCount(p.Pid)]++;
        shorts[BitOperations.TrailingZeroCount((uint)p.Pid)]++;
    }

    public override void Tick(TaskStruct p) => bits[BitOperations.TrailingZeroCount(p.StartTime)]++; //~ SCX2010
}
