[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }
    Counts counts;
    ulong total;

    public override void Running(TaskStruct p)
    {
        for (int row = 0; row < 8; row++)
        {
            for (int column = 0; column < 8; column++)
                total += counts[row * 8 + column];
        }
    }
}
