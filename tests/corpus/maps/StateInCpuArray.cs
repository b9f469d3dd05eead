[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Scratch
    {
        public CpumaskKptr Mask;
        public ulong Count;
    }

    readonly CpuArray<Scratch> scratch = new(); //~ SCX6004

    public override void Running(TaskStruct p) => scratch[0].Count++;
}
