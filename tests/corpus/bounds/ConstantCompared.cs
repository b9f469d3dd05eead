[SchedExtOps("t")]
public sealed class T : Scheduler
{
    static readonly int count = 3;
    static readonly ulong[] slices = [10, 20, 30, 40];
    static readonly int[] next = [1, 2, 3, 0];

    ulong last;
    int index;

    public override void Stopping(TaskStruct p, bool runnable)
    {
        int i = index;
        if (i < count - 1)
            i++;
        index = i;
        last = slices[count - 1] + slices[next[2]];
    }
}
