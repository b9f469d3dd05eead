[SchedExtOps("t")]
public sealed class First : Scheduler
{
    ulong total;

    public override void Running(TaskStruct p) => total++;
}

[SchedExtOps("second-of-two")]
public sealed class SecondOfTwo : Scheduler
{
    ulong total;

    public override void Running(TaskStruct p) => total++;
}
