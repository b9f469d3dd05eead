[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override void Running(TaskStruct p) => Printk($"{p.Comm}: {p.Scx.Slice:F2}"); //~ SCX4009
}
