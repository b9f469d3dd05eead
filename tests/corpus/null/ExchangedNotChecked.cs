[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Slot { public CpumaskKptr Mask; }

    readonly HashMap<int, Slot> slots = new(16);

    public override int InitTask(TaskStruct p, InitTaskArgs args)
    {
        var mask = CreateCpumask();
        if (mask is null)
            return -12;
        if (slots.Find(p.Pid) is not { } slot)
        {
            mask.Dispose();
            return 0;
        }
        var old = slot.Value.Mask.Exchange(mask);
        old!.Dispose(); //~ SCX2002
        return 0;
    }
}
