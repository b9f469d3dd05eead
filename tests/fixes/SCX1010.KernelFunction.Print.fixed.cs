[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong games;

    public override void Running(TaskStruct p)
    {
        Printk($"task {p.Pid} {{ran}}");
    }
}
