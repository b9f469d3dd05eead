[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong license, t_ops, uei, t_running, t_exit;

    HashMap<int, ulong> Seen { get; } = new(10);

    public override void Running(TaskStruct p)
    {
        license++;
        t_ops++;
        uei++;
        t_running++;
        t_exit++;
        Seen.Update(p.Pid, license);
    }
}
