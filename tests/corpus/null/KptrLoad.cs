[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct MaskSlot { public CpumaskKptr Mask; }

    readonly ArrayMap<MaskSlot> masks = new(4);

    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        BpfCpumask mask = masks[0].Mask.Value!;
        int cpu = PickIdleCpu(mask); //~ SCX2002
        return cpu >= 0 ? cpu : prevCpu;
    }
}
