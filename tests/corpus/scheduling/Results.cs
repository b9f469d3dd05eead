[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override int Init()
    {
        int error = CreateDsq(1);
        if (error < 0)
            return error;
        return 0;
    }

    public override int InitTask(TaskStruct p, InitTaskArgs args)
    {
        if (p.Pid < 0)
            return 22; //~ SCX7017
        return p.Pid == 1 ? -5000 : 0; //~ SCX7017
    }
}
