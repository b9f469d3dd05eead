[SchedExtOps("stalls", TimeoutMs = 2000)]
public sealed class Stalls : Scheduler
{
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
    }
}
//= SCX9102
