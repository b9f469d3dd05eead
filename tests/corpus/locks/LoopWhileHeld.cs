[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Guarded
    {
        public BpfSpinLock Lock;
        public ulong A, B;
    }

    readonly ArrayMap<Guarded> values = new(4);

    public override void Running(TaskStruct p)
    {
        ref Guarded v = ref values[0];
        using (v.Lock.EnterScope())
        {
            foreach (int i in Loop.Range(0, 8))
                v.A += (ulong)i;
            for (int i = 0; i < 4; i++)
                v.B += v.A;
        }
    }
}
