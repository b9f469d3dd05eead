[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }

    Counts counts;
    ulong total;

    public override void Running(TaskStruct p)
    {
        int turns = 0;
        while (true)
        {
            if (++turns > 10)
                break;
            counts[0]++;
        }
        do
        {
            total++;
        }
        while (turns-- > 0);
    }
}
