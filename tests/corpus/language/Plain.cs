[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Counts
    {
        public ulong Kernel;
        public ulong User;

        public readonly ulong Total => Kernel + User;
    }

    enum Band { Low, High }

    const int Threshold = 120;

    Counts counts;
    Band band;
    ulong total;

    public override void Running(TaskStruct p)
    {
        band = p.StaticPrio < Threshold ? Band.High : Band.Low;
        Count(ref counts, (p.Flags & TaskFlags.KernelThread) != 0);
        total = counts.Total;
        for (int i = 0; i < 8; i++)
        {
            if (i == 3)
                continue;
            total += (ulong)i << 2;
        }
    }

    static void Count(ref Counts counts, bool kernel)
    {
        if (kernel)
            counts.Kernel++;
        else
            counts.User++;
    }
}
