[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(48)]
    struct Slots { ulong first; }

    Slots table;

    static int Hash(int pid) => (int)(((uint)pid * 2654435761u >> 16) % 48);

    public override void Tick(TaskStruct p)
    {
        table[Hash(p.Pid)]++;
        table[Math.Clamp(p.Prio - 100, 0, 39)]++;
        table[(int)Math.Min(p.Scx.Weight / 256, 39u)]++;
        table[p.StaticPrio & 31]++;
        table[System.Numerics.BitOperations.Log2(p.Scx.Slice | 1) >> 1]++;
        table[Math.Abs(p.Prio % 48)]++;
        table[^(1 + (p.Prio & 7))]++;
    }
}
