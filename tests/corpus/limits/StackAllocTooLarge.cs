[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Sample
    {
        public ulong At;
        public uint Cpu, Pid;
    }

    int n;

    public override void Running(TaskStruct p)
    {
        Span<byte> bytes = stackalloc byte[513]; //~ SCX5004
        bytes[n & 255] = 1;
        n = bytes[p.Pid & 255];
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        Span<Sample> samples = stackalloc Sample[33]; //~ SCX5004
        samples[n & 31].At = 1;
        n = (int)samples[p.Pid & 31].At;
    }
}
