[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct TaskContext
    {
        public ulong Vtime;
        public int Runs;
    }

    readonly TaskStorage<TaskContext> tasks = new();
    readonly CgroupStorage<ulong> groups = new();

    public override int InitTask(TaskStruct p, InitTaskArgs args) =>
        tasks.GetOrCreate(p) is null || tasks.GetOrCreate(p, default) is null ? -12 : 0;

    public override void Running(TaskStruct p)
    {
        if (tasks.Find(p) is { } context)
            context.Value.Runs++;
    }

    public override void ExitTask(TaskStruct p, ExitTaskArgs args) => tasks.Delete(p);

    public override int CgroupInit(Cgroup cgrp, CgroupInitArgs args)
    {
        var group = groups.GetOrCreate(cgrp);
        if (group is null)
            return -12;
        group.Value = args.Weight;
        return groups.Find(cgrp) is null ? -2 : 0;
    }

    public override void CgroupExit(Cgroup cgrp) => groups.Delete(cgrp);
}
