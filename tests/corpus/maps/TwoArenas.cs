[SchedExtOps("t")]
public sealed class T : Scheduler
{
    readonly Arena arena = new(16);
    readonly Arena other = new(16); //~ SCX6009

    public override void Running(TaskStruct p)
    {
    }
}
