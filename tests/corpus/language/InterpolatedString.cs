[SchedExtOps("t")]
public sealed class T : Scheduler
{
    int length;

    public override void Running(TaskStruct p)
    {
        string text = $"task {p.Pid}"; //~ SCX1004
        length = text.Length;
    }
}
