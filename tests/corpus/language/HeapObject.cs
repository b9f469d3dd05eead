[SchedExtOps("t")]
public sealed class T : Scheduler
{
    sealed class Statistics
    {
        public ulong Count;
    }

    public override void Running(TaskStruct p)
    {
        var statistics = new Statistics(); //~ SCX1001
        statistics.Count++;
    }
}
