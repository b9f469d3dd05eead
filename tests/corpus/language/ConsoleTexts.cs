[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override void Running(TaskStruct p)
    {
        Console.WriteLine($"task {p.Pid}"); //~ SCX1010
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        Console.WriteLine("task " + p.Pid); //~ SCX1010
    }
}
