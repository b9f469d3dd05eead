[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }
    ulong vtimeNow;
    Counts counts;

    public override void Running(TaskStruct p)
    {
        if (p.Pid == 0)
            goto done;
        counts[0]++;
    done:
        vtimeNow++;
    }
}
