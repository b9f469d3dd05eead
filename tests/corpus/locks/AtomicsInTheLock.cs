using System.Threading;

// An atomic operation is an instruction, not a call.
[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Guarded
    {
        public BpfSpinLock Lock;
        public ulong Turns;
    }

    readonly ArrayMap<Guarded> guarded = new(1);
    ResilientSpinLock other;
    ulong counted, turns;
    int first;

    public override void Running(TaskStruct p)
    {
        ref var value = ref guarded[0];
        using (value.Lock.EnterScope())
        {
            value.Turns++;
            Relaxed.Increment(ref counted);
            Interlocked.Add(ref turns, value.Turns);
        }
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        using var held = other.EnterScope();
        if (held.IsHeld && Interlocked.CompareExchange(ref first, p.Pid, 0) == 0)
            Relaxed.Add(ref counted, 2);
    }
}
