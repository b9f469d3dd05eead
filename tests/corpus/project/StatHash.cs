[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [Stat] readonly HashMap<int, ulong> seen = new(5); //~ SCX6012
    [Stat] readonly PerCpuArray<ulong> counted = new(1);
    [Stat] ulong total;

    public override void Running(TaskStruct p)
    {
        seen.Update(p.Pid, 1);
        counted[0]++;
        total++;
    }
}
