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
        for (int i = 0; i < 3; i++)
        {
            using var scope = v.Lock.EnterScope();
            v.A++;
            if (v.A > 3)
                continue;
            v.B++;
        }
    }
}
