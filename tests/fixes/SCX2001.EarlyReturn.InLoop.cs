[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct TaskContext
    {
        public ulong Runs;
    }

    readonly HashMap<int, TaskContext> tasks = new(1024);
    ulong total;

    public override void Running(TaskStruct p)
    {
        for (int i = 0; i < 4; i++)
        {
            var context = tasks.Find(p.Pid + i);
            context!.Value.Runs++;
        }
    }
}
