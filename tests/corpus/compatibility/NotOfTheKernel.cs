[SchedExtOps("t", MinimumKernel = "7.3")]
public sealed class T : Scheduler
{
    bool first, second, third, fourth;

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

    // A method's result, a struct of .NET's, a sum, no field at all.
    public override void Runnable(TaskStruct p, EnqFlags enqFlags) => fourth = Kernel.Has<TaskStruct>(p => p.ToString()); //~ SCX8003

    public override void Running(TaskStruct p) => fourth = Kernel.Has<string>(text => text.Length); //~ SCX8003

    public override void Stopping(TaskStruct p, bool runnable) => fourth = Kernel.Has<TaskStruct>(p => p.Pid + 1); //~ SCX8003

    public override void Quiescent(TaskStruct p, DeqFlags deqFlags) => fourth = Kernel.Has<TaskStruct>(p => p); //~ SCX8003

    static void Mine() { }
}
