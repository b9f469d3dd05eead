[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }
    Counts counts;

    public override void Running(TaskStruct p)
    {
        for (int i = 0; i < 8; i++)
        {
            int slot = p.Pid - i;
            if (slot < 0 || slot >= 64)
                continue;
            counts[slot]++;
        }
    }
}
