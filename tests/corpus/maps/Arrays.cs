[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct CpuContext
    {
        public ulong Idle;
        public int Last;
    }

    readonly CpuArray<CpuContext> cpus = new();
    readonly ResizableArray<ulong> table = new(16);

    public override void Running(TaskStruct p)
    {
        cpus[TaskCpu(p)].Last = p.Pid;
        for (int i = 0; i < table.Length; i++)
            table[i]++;
        if (cpus.Length > 1)
            cpus[1].Idle++;
    }
}
