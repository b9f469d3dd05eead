[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }

    Counts counts;
    ulong total;

    public override void Running(TaskStruct p)
    {
        while (true) //~ SCX5001
            counts[0]++;
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        if (runnable)
            return;
        for (int i = 0; ; i++) //~ SCX5001
        {
            if ((uint)i < 64)
                counts[i]++;
        }
    }

    public override void Tick(TaskStruct p)
    {
        do //~ SCX5001
        {
            total++;
        }
        while (true);
    }
}
