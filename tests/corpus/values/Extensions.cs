// Extension methods, and members of extension blocks.
[SchedExtOps("extensions")]
public sealed class Extensions : Scheduler
{
    int sum;
    Cost cost;

    public override void Runnable(TaskStruct p, EnqFlags enqFlags)
    {
        sum += p.Pid.Doubled() + p.Pid.Tripled + p.Pid.Plus(4) + int.Seven();
        cost.Add(3);
        sum += cost.Total + p.Importance;
    }
}

struct Cost
{
    public int Total;
}

static class Members
{
    public static int Doubled(this int value) => value * 2;

    extension(int value)
    {
        public int Tripled => value * 3;

        public int Plus(int other) => value + other;

        public static int Seven() => 7;
    }

    extension(ref Cost cost)
    {
        public void Add(int by) => cost.Total += by;
    }

    extension(TaskStruct task)
    {
        public int Importance => (int)task.Scx.Weight;
    }
}
