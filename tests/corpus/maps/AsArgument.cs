[SchedExtOps("t")]
public sealed class T : Scheduler
{
    readonly HashMap<int, ulong> even = new(64);
    readonly HashMap<int, ulong> odd = new(64);

    public override void Running(TaskStruct p)
    {
        Count(even, p.Pid);
        var map = p.Pid % 2 == 0 ? even : odd;
        Count(map, p.Tgid);
        map.Update(p.Tgid, 1);
    }

    static void Count(HashMap<int, ulong> map, int key)
    {
        if (map.TryGet(key, out var count))
            count.Value++;
        else
            map.Update(key, 1);
    }
}
