[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong count;

    public override void Running(TaskStruct p)
    {
        while (true) //~ SCX5001
        {
            if (count == 7)
                continue;
            count++;
        }
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        while (true)
        {
            if (count-- == 7)
                break;
        }
        for (; ; )
        {
            if (count++ == 7)
                return;
        }
    }

    public override void Enable(TaskStruct p)
    {
        for (; count < 9; count++)
        {
            do //~ SCX5001
                count += 2;
            while (true);
        }
    }
}
