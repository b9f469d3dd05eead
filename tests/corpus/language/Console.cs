[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override void Tick(TaskStruct p) => Console.WriteLine(p.Pid); //~ SCX1010
}
