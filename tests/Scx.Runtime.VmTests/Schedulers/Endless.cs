namespace Schedulers;

/// <summary>Has a loop that the kernel's verifier refuses.</summary>
[SchedExtOps("endless")]
public sealed partial class Endless : Scheduler
{
    readonly PerCpuArray<ulong> turns = new(1);

    ulong enough;

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        while (enough != 5)
            turns[0]++;
    }

    public override int Init()
    {
        enough = 1;
        return 0;
    }
}
