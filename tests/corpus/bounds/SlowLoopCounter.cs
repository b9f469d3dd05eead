[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }

    Counts counts;

    public override void Running(TaskStruct p)
    {
        int used = 0;
        for (int i = 0; i < 60; i++)
        {
            if (used > 0)
                counts[used]++;
            used = i;
        }
    }
}
