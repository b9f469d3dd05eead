[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }
    Counts counts;

    // Loops that the verifier would have to walk a million times are closed by may_goto, so that it need not.
    public override void Tick(TaskStruct p)
    {
        for (int i = 0; i < 1000; i++)
        {
            for (int j = 0; j < 1000; j++)
            {
                if ((counts[j & 63] & 1) != 0)
                    counts[i & 63]++;
            }
        }
    }
}
