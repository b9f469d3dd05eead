using System.Runtime.CompilerServices;

[SchedExtOps("t")]
public sealed class T : Scheduler
{
    interface IScore
    {
        static abstract uint Of(TaskStruct p);
    }

    struct ByWeight : IScore
    {
        public static uint Of(TaskStruct p) => p.Scx.Weight;
    }

    [InlineArray(8)]
    struct Histogram
    {
        uint first;
    }

    struct Total
    {
        public ulong Sum;

        public static Total operator +(Total a, Total b) => new() { Sum = a.Sum + b.Sum };
    }

    Histogram histogram;
    Total total;
    ulong backing;

    ulong Count { get => backing; set => backing = value; }

    static uint Score<TScore>(TaskStruct p) where TScore : struct, IScore => TScore.Of(p);

    public override void Running(TaskStruct p)
    {
        uint score = Score<ByWeight>(p);
        histogram[(int)(score & 7)]++;
        Count += score;
        total += new Total { Sum = score };
        Note(3);

        void Note(uint times)
        {
            for (uint i = 0; i < times; i++)
                backing += score;
        }
    }
}
