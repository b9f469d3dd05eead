/// <summary>foreach over an iterator of the kernel's: it is ended on every way out of the loop.</summary>
[SchedExtOps("iterators")]
public sealed class Iterators : Scheduler
{
    readonly ArrayMap<ulong> counts = new(8);

    int turns;

    public override int Init()
    {
        foreach (int i in Loop.Range(0, turns))
        {
            if (i == 3)
                continue;
            if (i == 5)
                break;
            if (i == 9)
                return -i;
            counts[i]++;
        }
        return 0;
    }
}
