[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        TaskReference? task = TaskFromPid(p.Tgid);
        if (task is null)
            return prevCpu;
        if (task.Flags == 0)
            return prevCpu; //~ SCX3001
        int cpu = TaskCpu(task);
        task.Dispose();
        return cpu;
    }
}
