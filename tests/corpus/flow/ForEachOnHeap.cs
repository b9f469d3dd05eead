using System.Collections.Generic;

[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong count;

    public override void Running(TaskStruct p)
    {
        foreach (int n in Numbers()) //~ SCX1023
            count += (ulong)n;
    }

    static IEnumerable<int> Numbers() => throw new InvalidOperationException();
}
