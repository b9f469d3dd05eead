// BPF has atomic instructions for 32 and 64 bits.
using System.Threading;

[SchedExtOps("narrow")]
public sealed class NarrowAtomic : Scheduler
{
    byte lockedBy;

    public override void Runnable(TaskStruct p, EnqFlags enqFlags) => Interlocked.Exchange(ref lockedBy, 1); //~ SCX1033
}
