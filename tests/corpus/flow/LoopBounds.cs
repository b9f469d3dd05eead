/// <summary>Loops whose end the verifier cannot see, and long ones that it can.</summary>
[SchedExtOps("t")]
public sealed class T : Scheduler
{
    readonly QueueMap<int> queue = new(64);
    readonly HashMap<int, ulong> found = new(1024);
    readonly ArrayMap<ulong> table = new(512);

    ulong count;
    int n = 1_000_000, wanted;

    public override void Running(TaskStruct p)
    {
        for (int i = 0; i < n; i++)
            count++;
        for (int i = 0; i < n; i++)
        {
            for (int j = i; j < n; j++)
                count += (ulong)(i * j);
        }
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        while (queue.TryPop(out int pid))
        {
            if (pid == wanted)
                break;
            if (found.TryGet(pid, out Ref<ulong>? total))
                total.Value++;
        }
    }

    public override void Enable(TaskStruct p)
    {
        int at = -1;
        for (int i = 0; i < 512; i++)
        {
            if (table[i] == (ulong)wanted)
            {
                at = i;
                break;
            }
        }
        wanted = at;
    }

    public override void Runnable(TaskStruct p, EnqFlags enqFlags)
    {
        for (int i = 0; i < 10_000; i++)
        {
            if (table[i & 511] == 7)
                count++;
        }
        do
            count++;
        while (--wanted > 0);
    }

    public override void Quiescent(TaskStruct p, DeqFlags deqFlags)
    {
        ulong x = count;
    again:
        x = x * 6364136223846793005 + 1;
        if (x >> 60 != 0)
            goto again;
        for (ulong bits = x; bits != 0; bits &= bits - 1)
            wanted++;
    }
}
