[SchedExtOps("wrong_callback")]
public sealed class WrongCallback : Scheduler
{
    public override void Running(TaskStruct p) => DsqInsert(p, Dsq.Global, Slice.Default);
}
//= SCX9021 4
//=6.16 SCX9122
