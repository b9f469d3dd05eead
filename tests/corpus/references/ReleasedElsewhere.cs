[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ref struct Held
    {
        public TaskReference? Task;

        public void Put() => Task?.Dispose();
    }

    ulong last;

    static void Put(ref TaskReference task) => task.Dispose();

    static void PutIfAny(ref TaskReference? task) => task?.Dispose();

    public override void Running(TaskStruct p)
    {
        var task = TaskFromPid(p.Tgid);
        if (task is null)
            return;
        Put(ref task);
        last = task.Scx.Slice; //~ SCX3002
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        var task = TaskFromPid(p.Tgid);
        PutIfAny(ref task);
        task?.Dispose(); //~ SCX3003
    }

    public override void Tick(TaskStruct p)
    {
        var task = TaskFromPid(p.Tgid);
        if (task is null)
            return;
        void Done() => task?.Dispose();
        Done();
        last = task.Scx.Slice; //~ SCX3002
    }

    public override void Quiescent(TaskStruct p, DeqFlags deqFlags)
    {
        Held held = default;
        held.Task = TaskFromPid(p.Tgid);
        if (held.Task is null)
            return;
        held.Put();
        last = held.Task.Scx.Slice; //~ SCX3002
    }

    public override void Runnable(TaskStruct p, EnqFlags enqFlags)
    {
        var task = TaskFromPid(p.Tgid);
        if (task is null)
            return;
        last = task.Scx.Slice;
        Put(ref task);
    }
}
