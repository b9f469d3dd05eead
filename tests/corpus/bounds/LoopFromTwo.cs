[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }

    Counts counts;

    public override void Running(TaskStruct p)
    {
        int a = 0, b = 0;
        for (int i = 0; i < 32; i++)
        {
            if ((i & 1) == 0)
                a++;
            else
                b++;
        }
        counts[a + b]++;
    }
}
