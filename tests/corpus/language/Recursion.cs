[SchedExtOps("t")]
public sealed class T : Scheduler
{
    int lastPid;

    static int Depth(int n) => n <= 0 ? 0 : 1 + Depth(n - 1); //~ SCX1009
    public override void Tick(TaskStruct p) => lastPid = Depth(3);
}
