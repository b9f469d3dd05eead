// Tuples of what the kernel lends: in variables, as results, deconstructed, matched and exchanged.
[SchedExtOps("tuples_of_objects")]
public sealed class TuplesOfObjects : Scheduler
{
    readonly ArrayMap<Domain> domains = new(16);
    ulong matched;

    public override void Running(TaskStruct p)
    {
        if (domains.Find(1) is not { } left || domains.Find((uint)p.Pid) is not { } right)
            return;
        (Ref<Domain> heavy, Ref<Domain> light) = left.Value.Load >= right.Value.Load ? (left, right) : (right, left);
        heavy.Value.Load--;
        light.Value.Load++;

        var (found, added) = Find(p, 3);
        if (found is { } domain)
            domain.Value.Load += added;

        (TaskStruct Task, int Cpu) chosen = (p, 3);
        if (added > 5)
            chosen = (p, 7);
        matched += (ulong)(chosen.Task.Pid + chosen.Cpu);
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        var (a, b) = Both(p);
        if (a is not null && b is not null)
            (a, b) = (b, a);
        if (a is not null)
            a.Value.Load = b is null ? 0 : b.Value.Load;

        if (Least() is var (least, load) && least is not null && load > 7)
            least.Value.Load = 0;

        matched += (domains.Find(2), runnable) switch
        {
            ({ Value.Load: > 3 }, true) => 2ul,
            (null, _) => 1ul,
            _ => 0ul,
        };
    }

    (Ref<Domain>? Found, uint Added) Find(TaskStruct p, uint id) => p.Pid > 5 ? (domains.Find(id), id) : (null, 0);

    [NoInline]
    (Ref<Domain>? A, Ref<Domain>? B) Both(TaskStruct p) => (domains.Find((uint)p.Pid), domains.Find(3));

    (Ref<Domain>?, ulong) Least()
    {
        (Ref<Domain>? At, ulong Load) best = (null, ulong.MaxValue);
        for (uint i = 0; i < 16; i++)
        {
            if (domains.Find(i) is { } domain && domain.Value.Load < best.Load)
                best = (domain, domain.Value.Load);
        }
        return best;
    }

    struct Domain
    {
        public ulong Load;
        public uint Id;
    }
}
