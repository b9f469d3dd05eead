[SchedExtOps("t")]
public sealed class T : Scheduler
{
    readonly ResizableArray<ulong> none = new(0); //~ SCX6002
    CpuArray<ulong> open = new(); //~ SCX6001
    readonly CpuArray<float> floating = new(); //~ SCX1008

    public override void Running(TaskStruct p)
    {
    }
}
