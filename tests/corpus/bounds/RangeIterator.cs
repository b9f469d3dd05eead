[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }

    Counts counts;

    public override void Running(TaskStruct p)
    {
        foreach (int i in Loop.Range(0, 64))
        {
            if (counts[i] == 0)
                break;
            counts[i]--;
        }
    }
}
