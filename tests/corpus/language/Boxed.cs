[SchedExtOps("example")]
public sealed class Example : Scheduler
{
    interface IWeighted
    {
        ulong Weight();
    }

    struct Half : IWeighted
    {
        public ulong Weight() => 50;
    }

    ulong total;

    public override void Running(TaskStruct p)
    {
        IWeighted weighted = new Half(); //~ SCX1002
        total += weighted.Weight();
    }
}
