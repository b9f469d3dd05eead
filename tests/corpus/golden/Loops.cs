/// <summary>Loops, conditions used as values, and variables that change on some ways only.</summary>
[SchedExtOps("loops")]
public sealed class Loops : Scheduler
{
    uint count;
    bool both;

    public override void Running(TaskStruct p)
    {
        uint sum = 0;
        for (uint i = 0; i < 16; i++)
        {
            if ((i & 1) == 0)
                continue;
            sum += i;
        }
        count = sum;
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        bool wanted = runnable && p.Pid > 1;
        both = wanted;
        count += wanted ? 1u : 2u;
    }

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        if (prev is not null && prev.Pid != 0)
            count++;
    }
}
