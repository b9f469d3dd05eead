[SchedExtOps("t")]
public sealed class T : Scheduler
{
    const string Prefix = "queue";
    const string Full = Prefix + "-" + nameof(T);

    public override void Running(TaskStruct p)
    {
        if (p.Pid == 1)
            Printk($"{Full}: {p.Comm}");
    }
}
