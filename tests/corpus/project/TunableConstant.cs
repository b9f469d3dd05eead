[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [Tunable("Never an option")]
    const int Limit = 3; //~ SCX6010

    int limit;

    public override void Running(TaskStruct p) => limit = Limit;
}
