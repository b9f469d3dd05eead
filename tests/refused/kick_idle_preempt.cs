[SchedExtOps("kick_idle_preempt")]
public sealed class KickIdlePreempt : Scheduler
{
    public override void Running(TaskStruct p) => KickCpu(0, KickFlags.Idle | KickFlags.Preempt);
}
//= SCX9111
