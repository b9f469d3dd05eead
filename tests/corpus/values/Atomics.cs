// Interlocked, Relaxed and Volatile on globals, map values and fields of structs.
using System.Threading;

[SchedExtOps("atomics")]
public sealed class Atomics : Scheduler
{
    int count;
    ulong flags;
    State state;

    readonly ArrayMap<long> totals = new(4);

    public override void Runnable(TaskStruct p, EnqFlags enqFlags)
    {
        int now = Interlocked.Increment(ref count);
        Interlocked.Add(ref totals[1], now);
        Relaxed.Add(ref totals[2], p.Pid);
        Relaxed.Increment(ref state.Turns);
        if (Interlocked.CompareExchange(ref state.Owner, (uint)p.Pid, 0) == 0)
            Interlocked.Exchange(ref state.Since, Now());
        Interlocked.Or(ref flags, 1ul << (p.Pid & 63));
        Interlocked.And(ref flags, Interlocked.Read(ref flags) >> 1);
        Interlocked.Decrement(ref count);
        Volatile.Write(ref state.Seen, Volatile.Read(ref count));
    }

    struct State
    {
        public uint Owner;
        public ulong Since;
        public int Seen;
        public uint Turns;
    }
}
