[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Group { public ulong Runtime; public uint Weight; }
    readonly CgroupStorage<Group> groups = new();

    public override int CgroupInit(Cgroup cgroup, CgroupInitArgs args)
    {
        if (groups.GetOrCreate(cgroup, new Group { Weight = args.Weight }) is null)
            return -12;
        return 0;
    }

    public override void CgroupSetWeight(Cgroup cgroup, uint weight)
    {
        if (groups.Find(cgroup) is { } group)
            group.Value.Weight = weight;
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        using CgroupReference own = TaskCgroup(p);
        for (int level = own.Level; level > 0; level--)
        {
            using CgroupReference? ancestor = own.Ancestor(level);
            if (ancestor is null || groups.Find(ancestor) is not { } group)
                break;
            group.Value.Runtime += Slice.Default - p.Scx.Slice;
        }
    }
}
