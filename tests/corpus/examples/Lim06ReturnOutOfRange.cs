[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }
    Counts counts;

    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        foreach (int i in Loop.Range(0, 64))
        {
            if (counts[i & 63] == 0 && p.CpusPtr.Test(i))
                return i;
        }
        return prevCpu;
    }
}
