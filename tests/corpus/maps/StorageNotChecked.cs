[SchedExtOps("t")]
public sealed class T : Scheduler
{
    readonly TaskStorage<ulong> tasks = new();

    public override void Running(TaskStruct p)
    {
        tasks.GetOrCreate(p).Value = 1; //~ SCX2001
        var found = tasks.Find(p);
        found.Value++; //~ SCX2001
    }

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        if (tasks.Find(prev) is { } value) //~ SCX2002
            value.Value++;
    }
}
