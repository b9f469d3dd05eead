[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Stats { public ulong Runs; }

    readonly Arena arena = new(1);
    ArenaPointer<Stats> stats;
    ulong total;

    public override void Running(TaskStruct p)
    {
        if (stats is not { Value.Runs: > 3 }) //~ SCX1000
            return;
        total++;
    }
}
