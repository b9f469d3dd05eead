[SchedExtOps("invalid_cpu")]
public sealed class InvalidCpu : Scheduler
{
    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags) => -16;
}
//= SCX9108
