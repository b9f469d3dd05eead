#define TRACED
using System.Diagnostics;

public readonly record struct Level(byte Index)
{
    public static readonly Level Top = new(7);

    public static Level Bottom { get; } = new(1);

    public static int Count { get; } = 8;

    public static implicit operator byte(Level level) => level.Index;
}

public partial struct Part
{
    int value;

    public partial int Value { get; set; }

    public partial int Twice(int x);
}

public partial struct Part
{
    public partial int Value { get => value + 1; set => this.value = value; }

    public partial int Twice(int x) => x * 2 + value;
}

[SchedExtOps("random")]
public sealed partial class Random : Scheduler
{
    const double Ratio = 0.25;
    const ulong Quarter = (ulong)(Ratio * 400);

    int calls;

    [Conditional("NOWHERE")]
    static void Trace(ref int x) => x = 99;

    [Conditional("NOWHERE"), Conditional("TRACED")]
    static void Traced(ref int x, int by = 5) => x += by;

    [Conditional("NOWHERE")]
    static void Log(int x) => _ = x;

    partial void Unwritten(int x);

    int Counted(int x)
    {
        calls++;
        return x;
    }

    // Left out with their arguments, which C# does not compute either.
    [SyscallProgram]
    public void LeftOut(ref Inputs io)
    {
        calls = 0;
        int x = io.C, y = 1;
        Trace(ref x);
        Traced(ref y);
        Log(Counted(x) > 0 ? Counted(y++) : Counted(x++));
        if (io.J)
            Log(Counted(3));
        Unwritten(Counted(y++));
        Debug.Assert(x == y && Counted(x) == 4, "left out");
        io.R0 = (ulong)x;
        io.R1 = (ulong)y;
        io.R2 = (ulong)calls;
    }

    [SyscallProgram]
    public void Constants(ref Inputs io)
    {
        const double Factor = 1.5;
        const ulong Slice = (ulong)(Factor * 1_000_000);
        const float Half = 0.5f;
        const decimal Share = 2.5m;
        const string Name = "ab", Longer = Name + "cd";
        io.R0 = Slice + (ulong)(int)(Half * 6) + (ulong)(int)(Share * 4) + Quarter;
        io.R1 = (ulong)Longer.Length + (Name == "ab" ? 100u : 0) + (ulong)nameof(io.R0).Length;
    }

    [SyscallProgram]
    public void Statics(ref Inputs io)
    {
        io.R0 = Level.Top;
        io.R1 = (ulong)(Level.Bottom + Level.Top.Index + Level.Count);
        io.R2 = Level.Bottom == new Level(io.H) ? 1u : 0;
        Part part = default;
        part.Value = io.E;
        part.Value += 3;
        io.R3 = (ulong)(part.Value + part.Twice(io.G));
    }
}
