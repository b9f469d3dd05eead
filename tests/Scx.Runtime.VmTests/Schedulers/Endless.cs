namespace Schedulers;

/// <summary>Has a loop that the kernel's verifier refuses.</summary>
[SchedExtOps("endless")]
public sealed partial class Endless : Scheduler
{
    ulong turns;

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        while (turns != 5)
            turns++;
    }
}
