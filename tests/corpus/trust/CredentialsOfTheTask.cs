/// <summary>Who a task belongs to and what its process shares: pointers that are good for reading, whichever way they are tested.</summary>
[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [Tunable("User whose tasks go first")]
    readonly uint user = 1000;

    [Tunable("Group whose tasks go first")]
    readonly uint group = 1000;

    [Tunable("Number of the pid namespace whose tasks go first")]
    readonly uint pidNamespace;

    ulong theirs, privileged, others, util;

    public override void Enqueue(TaskStruct p, EnqFlags flags) => DsqInsert(p, IsTheirs(p) ? Dsq.Local : Dsq.Global, Slice.Default, flags);

    public override void Running(TaskStruct p)
    {
        if (p.RealCred is { Uid: 0, CapEffective: not 0 })
            privileged++;
        if (p.ThreadPid?.Level > 0 && p.Signal.NrThreads > 1 && p.Signal.OomScoreAdj < 0)
            others++;
        util += p.Se.Avg.UtilAvg + p.Se.SumExecRuntime;
    }

    bool IsTheirs(TaskStruct p)
    {
        if (p.Cred?.Euid == user || p.Loginuid == user)
            return true;
        Cred? cred = Worker(p) ? p.RealCred : p.Cred;
        if (cred is null)
            return false;
        theirs += cred.Uid == user ? 1ul : 0;
        uint id = theirs % 2 == 0 ? cred.Gid : cred.Egid;
        return id == group || p.Nsproxy?.PidNsForChildren.Ns.Inum == pidNamespace;
    }

    static bool Worker(TaskStruct p) => p.Signal.NrThreads == 1;
}
