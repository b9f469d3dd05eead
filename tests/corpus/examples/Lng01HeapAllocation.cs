[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override void Running(TaskStruct p)
    {
        var list = new System.Collections.Generic.List<int>(); //~ SCX1001
        list.Add(p.Pid);
    }
}
