[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong count;

    public T() { count = 5; } //~ SCX1022

    public override void Running(TaskStruct p) => count++;
}
