[SchedExtOps("t")]
public sealed class T : Scheduler
{
    /// <summary>What is counted.</summary>
    struct Statistics
    {
        public ulong Count;
    }

    ulong total;

    public override void Running(TaskStruct p)
    {
        var statistics = new Statistics();
        statistics.Count++;
        total += statistics.Count;
    }
}
