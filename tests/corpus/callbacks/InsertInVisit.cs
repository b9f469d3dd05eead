[SchedExtOps("t")]
public sealed class T : Scheduler
{
    readonly HashMap<int, ulong> runs = new(1024);
    ulong total;

    public override void Tick(TaskStruct p)
    {
        runs.ForEach((in pid, ref value) =>
        {
            using TaskReference? task = TaskFromPid(pid);
            if (task is not null)
                DsqInsert(task, Dsq.Global, Slice.Default); //~ SCX4001
            return LoopStep.Continue;
        });
    }
}
