namespace Schedulers;

/// <summary>Runs tasks first in, first out, and can be told to misbehave.</summary>
[SchedExtOps("steady", TimeoutMs = 2000)]
public sealed partial class Steady : Scheduler
{
    const ulong Shared = 1;

    [Tunable("Use a queue that does not exist after this many enqueues (0: never)")]
    readonly uint failAfter;

    [Tunable("Forget tasks after this many enqueues (0: never)")]
    readonly uint forgetAfter;

    [Tunable("Slice in microseconds")]
    readonly ushort sliceUs = 20000;

    [Tunable("A queue that does not exist")]
    readonly ulong missingQueue = 12345;

    readonly QueueMap<int> lost = new(1024);

    [Stat("Tasks enqueued")]
    ulong enqueues;

    [Stat("Calls of dispatch")]
    readonly PerCpuArray<ulong> dispatches = new(1);

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        enqueues++;
        if (forgetAfter != 0 && enqueues > forgetAfter)
        {
            // Kept where nobody looks; only to leave would not compile.
            lost.Push(p.Pid);
            return;
        }
        ulong queue = failAfter != 0 && enqueues > failAfter ? missingQueue : Shared;
        DsqInsert(p, queue, sliceUs * 1000UL, enqFlags);
    }

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        dispatches[0]++;
        DsqMoveToLocal(Shared);
    }

    public override int Init() => CreateDsq(Shared);
}
