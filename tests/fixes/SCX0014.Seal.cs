[SchedExtOps("t")]
public abstract class T : Scheduler
{
    ulong total;

    public override void Running(TaskStruct p) => total++;
}
