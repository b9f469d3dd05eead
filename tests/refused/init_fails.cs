[SchedExtOps("init_fails")]
public sealed class InitFails : Scheduler
{
    public override int Init() => -12;
}
//= SCX9121
