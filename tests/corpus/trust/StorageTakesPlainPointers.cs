[SchedExtOps("t")]
public sealed class T : Scheduler
{
    readonly CgroupStorage<ulong> groups = new();
    readonly TaskStorage<ulong> tasks = new();
    ulong total;

    public override int InitTask(TaskStruct p, InitTaskArgs args)
    {
        if (groups.Find(args.Cgroup) is { } group)
            group.Value++;
        return 0;
    }

    public override void Running(TaskStruct p)
    {
        TaskStruct? wakee = p.LastWakee;
        if (wakee is not null && tasks.Find(wakee) is { } task)
            total += task.Value;
    }

    public override int CgroupPrepMove(TaskStruct p, Cgroup from, Cgroup to)
    {
        CreateDsq(7);
        TaskStruct? wakee = p.LastWakee;
        if (wakee is not null && tasks.Find(wakee) is { } task) //~ SCX2024
            total += task.Value;
        return 0;
    }
}
