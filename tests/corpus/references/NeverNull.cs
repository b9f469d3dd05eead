[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong total;

    public override void Tick(TaskStruct p)
    {
        CgroupReference cgroup = TaskCgroup(p);
        if (p.Pid == 1)
            return; //~ SCX3001
        total += cgroup.Kn.Id;
        cgroup.Dispose();
    }
}
