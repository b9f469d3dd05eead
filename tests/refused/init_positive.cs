[SchedExtOps("init_positive")]
public sealed class InitPositive : Scheduler
{
    public override int Init() => 5;
}
//= SCX9117
