[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }
    Counts counts;

    public override void Tick(TaskStruct p)
    {
        for (int i = 0; i < 16; i++)
        {
            for (int j = 0; j < 16; j++)
                counts[(i + j) & 63]++;
        }
    }
}
