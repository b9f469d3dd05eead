[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(256)] struct Table { uint element; }
    Table table;

    public override void Running(TaskStruct p)
    {
        byte slot = (byte)p.Pid;
        table[slot]++;
    }
}
