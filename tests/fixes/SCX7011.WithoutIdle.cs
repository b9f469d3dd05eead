[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override void Running(TaskStruct p) => KickCpu(0, KickFlags.Idle | KickFlags.Preempt);
}
