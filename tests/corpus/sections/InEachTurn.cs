[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong total;

    public override void Tick(TaskStruct p)
    {
        for (int i = 0; i < 8; i++)
        {
            using var section = Rcu.Read();
            if (total > 100)
                break;
            if (i == p.Pid)
                continue;
            total++;
        }
    }
}
