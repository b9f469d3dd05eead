[SchedExtOps("t", MinimumKernel = "7.2")]
public sealed class T : Scheduler
{
    public override void CgroupSetBandwidth(Cgroup cgroup, ulong periodUs, ulong quotaUs, ulong burstUs) => CreateDsq(cgroup.Kn.Id); //~ SCX4002
}

[SchedExtOps("u", MinimumKernel = "7.3")]
public sealed class U : Scheduler
{
    public override void CgroupSetBandwidth(Cgroup cgroup, ulong periodUs, ulong quotaUs, ulong burstUs) => CreateDsq(cgroup.Kn.Id);
}
