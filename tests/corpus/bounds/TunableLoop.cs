[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(32)]
    struct Slots { ulong first; }

    [Tunable("How many slots are used")]
    readonly int slots = 32;
    Slots table;

    public override void Tick(TaskStruct p)
    {
        for (int i = 0; i < slots; i++)
            table[i] += p.Scx.Weight; //~ SCX2010
    }
}
