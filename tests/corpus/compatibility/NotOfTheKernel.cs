[SchedExtOps("t", MinimumKernel = "7.3")]
public sealed class T : Scheduler
{
    bool first, second, third;

    public override int Init()
    {
        first = Kernel.Has(Mine); //~ SCX8003
        return 0;
    }

    public override void Tick(TaskStruct p) => second = Kernel.Has(DayOfWeek.Friday); //~ SCX8003

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        third = Kernel.Has(DsqPeek);
        DsqPeek(1);
    }

    static void Mine() { }
}
