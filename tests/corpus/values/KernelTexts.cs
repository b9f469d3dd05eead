using System.Runtime.CompilerServices;

[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [InlineArray(16)]
    struct Name
    {
        byte first;
    }

    struct TaskContext
    {
        public Name Group;
        public int Length;
    }

    readonly TaskStorage<TaskContext> tasks = new();
    ulong stressing, kernel, roots;

    public override int InitTask(TaskStruct p, InitTaskArgs args)
    {
        if (tasks.GetOrCreate(p) is not { } context)
            return -12;
        context.Value.Length = args.Cgroup.Kn.Name.CopyTo(out context.Value.Group);
        if (context.Value.Length <= 1)
            roots++;
        return 0;
    }

    public override void Running(TaskStruct p)
    {
        p.Comm.CopyTo(out Name name);
        ReadOnlySpan<byte> text = name;
        if (text.StartsWith("stress-ng"u8))
            stressing++;
        if (text is [(byte)'k', (byte)'w', ..])
            kernel++;
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        if (p.Comm.CopyTo(out ulong eight) == 8 && eight == 0x746f6f_72)
            roots++;
        if (p.Comm.Equals("steam"u8) || p.Comm.StartsWith("kworker/"u8))
            kernel++;
    }
}
