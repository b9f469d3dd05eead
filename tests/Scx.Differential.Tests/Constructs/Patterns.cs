public record struct Shape(int Sides, Edge First)
{
    public readonly int Area => Sides * 2;
}

public struct Edge
{
    public short From;
    public long? To;
}

public enum Level : byte
{
    Low,
    Middle = 5,
    High = 200,
}

[SchedExtOps("random")]
public sealed class Random : Scheduler
{
    public int count;
    readonly HashMap<int, Shape> shapes = new(16);

    [SyscallProgram]
    public void OfTuples(ref Inputs io)
    {
        int? limit = io.J ? io.G : null;
        count += (io.C, io.H) switch
        {
            (0, 1) => 1,
            ( > 3, _) and (_, > 5) => 3,
            (var a, var b) when a == b => 4,
            _ => 2,
        };
        switch ((io.E, limit))
        {
            case (1, null):
                count++;
                break;
            case (_, > 3 and not 5):
                count--;
                break;
            case (< 0 or > 100, { } some):
                count += some;
                break;
        }
        io.R0 = (ulong)((io.C, io.J, (io.H, io.G)) is ( >= 0, true, (_, not 0)) ? 1 : 0);
    }

    [SyscallProgram]
    public void OfStructs(ref Inputs io)
    {
        Shape shape = new(io.G & 7, new Edge { From = io.E, To = io.J ? io.A : null });
        if (shape is { Sides: 3 or 4, First.From: > 0, Area: var area } and not { Sides: 4 })
            count += area;
        io.R0 = (ulong)(shape is (1, { From: < 3, To: { } to } edge) { Area: 2 } whole ? edge.From + whole.Sides + to : 5);
        io.R1 = (ulong)(shape switch { { First.To: null } => 1, { First: { To: 0 } } => 2, ( < 3, _) => 3, var (sides, first) => sides + first.From });
        shapes.Update(io.G & 7, shape);
        io.R2 = (ulong)(shapes.Find(3) is { Value: { Sides: 3, First: var found } } ? found.From : 1);
    }

    [SyscallProgram]
    public void OfNumbers(ref Inputs io)
    {
        io.R0 = (ulong)(io.I switch { >= 'a' and <= 'z' => 1, '\0' => 2, _ => 3 });
        io.R1 = (ulong)((Level)io.H switch { Level.Low => 1, Level.Middle or Level.High => 2, > Level.Middle => 3, _ => 4 });
        io.R2 = (ulong)(io.B is 0 or ulong.MaxValue ? 1 : io.A is long.MinValue ? 2 : io.D is > 0x8000_0000 ? 3 : 4);
        io.R3 = (ulong)(io.C is var c and not 0 && c / 1 is > 5 or < -5 ? c : 1);
    }
}
