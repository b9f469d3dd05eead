#define COUNTED
using System.Diagnostics;

// What the compiler of C# settles.
file static class Limits
{
    public const double Ratio = 1.5;
    public static int Most { get; } = 8;
}

[SchedExtOps("t")]
public sealed partial class T : Scheduler
{
    const ulong Slice = (ulong)(Limits.Ratio * 1_000_000);

    ulong counted;

    public override void Running(TaskStruct p)
    {
        const string Name = "running";
        Trace(p.Pid.ToString());
        Count(Slice);
#if COUNTED
        Count((ulong)Limits.Most);
#else
        this is not compiled
#endif
        Note(p);
        Printk($"{Name} {p.Pid}");
    }

    [Conditional("TRACED")]
    static void Trace(string text) => Console.WriteLine(text);

    [Conditional("COUNTED")]
    void Count(ulong by) => counted += by;

    partial void Note(TaskStruct p);

    partial void Unwritten(int x);

    partial void Note(TaskStruct p)
    {
        counted++;
        Unwritten(p.Pid);
    }
}
