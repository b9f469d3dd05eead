[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Row
    {
        public BpfSpinLock Lock;
        public ulong Count;
    }

    readonly ArrayMap<Row> rows = new(4);

    public override void Running(TaskStruct p)
    {
        TaskReference? task = TaskFromPid(p.Tgid);
        if (task is null)
            return;
        ref Row row = ref rows[1];
        ref Row other = ref rows[0];
        using (other.Lock.EnterScope())
            row.Count += task.Scx.Weight;
        rows[3].Count++;
        task.Dispose();
    }
}
