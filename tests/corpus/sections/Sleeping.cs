[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong total;

    public override int Init()
    {
        using (Rcu.Read())
            CreateDsq(1); //~ SCX4003
        using (Preemption.Disable())
            total++;
        return CreateDsq(2);
    }
}
