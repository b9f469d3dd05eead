[SchedExtOps("t")]
public sealed class T : Scheduler
{
    class Statistics
    {
        public ulong Count;
    }

    ulong total;

    static ulong CountOf(Statistics statistics) => statistics.Count;

    public override void Running(TaskStruct p) => total += CountOf(default!);
}
