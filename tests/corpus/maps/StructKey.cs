[SchedExtOps("t")]
public sealed class T : Scheduler
{
    readonly record struct Key(int Cpu, int Pid);
    readonly HashMap<Key, ulong> counts = new(64);

    public override void Running(TaskStruct p)
    {
        var key = new Key(TaskCpu(p), p.Pid);
        if (counts.TryGet(key, out var count))
            count.Value++;
        else if (counts.Update(key, 1, MapUpdateFlags.NoExist) != 0)
            Printk("full");
    }
}
