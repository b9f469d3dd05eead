// Patterns on numbers, tuples, structs, map values and kernel objects, in each other.
[SchedExtOps("patterns")]
public sealed class Patterns : Scheduler
{
    int count;
    int? limit;

    readonly HashMap<int, Shape> shapes = new(16);

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        count += (cpu, count) switch
        {
            (1, 2) => 1,
            ( > 3, _) => 3,
            (var a, var b) when a == b => 4,
            _ => 2,
        };
        switch ((cpu, limit))
        {
            case (1, null):
                count++;
                break;
            case (_, > 3 and not 5):
                count--;
                break;
        }
        count += limit switch { null => 1, < 0 => 2, var other => other.Value };
        count += (prev, count) switch
        {
            (null, > 3) => 1,
            ({ Pid: var pid2 }, _) when pid2 > 5 => pid2,
            ({ } some, 4) => some.Pid,
            _ => 0,
        };
        Shape shape = new(cpu, new Edge { From = 1 });
        if (shape is { Sides: 3 or 4, First.From: > 0, Area: var area } and not { Sides: 4 })
            count += area;
        if (shape is (1, { From: < 3 } edge) { Area: 5 } whole)
            count += edge.From + whole.Sides;
        if (shapes.Find(cpu) is { Value.Sides: > 3 } found)
            count += found.Value.Sides;
        if (prev is { Pid: > 3, Scx.Weight: 100 } task && task.Pid is var pid and < 1000)
            count += pid;
    }

    record struct Shape(int Sides, Edge First)
    {
        public readonly int Area => Sides * 2;
    }

    struct Edge
    {
        public int From;
    }
}
