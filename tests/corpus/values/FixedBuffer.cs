// A fixed buffer is only of use to pointers.
[SchedExtOps("fixedbuffer")]
public sealed class FixedBuffer : Scheduler
{
    Buffer buffer;

    public override int Init() => 0;

    unsafe struct Buffer
    {
        public fixed int Cpus[4];           //~ SCX1031
    }
}
