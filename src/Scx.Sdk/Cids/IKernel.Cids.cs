namespace Scx;

public partial interface IKernel
{
    /// <summary>Answers <see cref="CidScheduler.CidOverride"/>.</summary>
    void CidOverride(ArenaPointer<int> cpuToCid, uint cpus, ArenaPointer<int> shardStart, uint shards);

    /// <summary>Answers <see cref="CidScheduler.CidPerfSet"/>.</summary>
    int CidPerfSet(int cid, uint perf);
}
