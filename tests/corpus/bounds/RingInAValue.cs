[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)]
    struct Ring { int first; }
    struct Fifo { public Ring Pids; public uint Head, Tail; }

    readonly PerCpuArray<Fifo> fifos = new(1);
    ulong full;

    void Push(ref Fifo fifo, int pid)
    {
        if (fifo.Tail - fifo.Head == 64)
        {
            full++;
            return;
        }
        fifo.Pids[(int)(fifo.Tail++ % 64)] = pid;
    }

    bool TryPop(ref Fifo fifo, out int pid)
    {
        pid = 0;
        if (fifo.Head == fifo.Tail)
            return false;
        pid = fifo.Pids[(int)(fifo.Head & 63)];
        fifo.Head++;
        return true;
    }

    public override void Runnable(TaskStruct p, EnqFlags enqFlags) => Push(ref fifos[0], p.Pid);

    public override void Tick(TaskStruct p)
    {
        for (int i = 0; i < 8; i++)
        {
            if (!TryPop(ref fifos[0], out int pid))
                break;
            full += (ulong)pid;
        }
    }
}
