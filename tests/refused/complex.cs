[SchedExtOps("complex")]
public sealed class Complex : Scheduler
{
    readonly HashMap<int, ulong> runs = new(1024);

    public override void Running(TaskStruct p)
    {
        for (int i = 0; i < 5000; i++)
        {
            for (int j = 0; j < 5000; j++)
            {
                if (runs.TryGet(i * j, out var run))
                    run.Value++;
            }
        }
    }
}
