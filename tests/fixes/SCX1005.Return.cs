[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong total;

    public override int InitTask(TaskStruct p, InitTaskArgs args)
    {
        if (p.Pid == 0)
            throw new InvalidOperationException();
        total++;
        return 0;
    }
}
