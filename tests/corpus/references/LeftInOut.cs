[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong samples;

    static bool TryParent(TaskStruct p, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out TaskReference? parent)
    {
        parent = TaskFromPid(p.RealParent.Pid);
        return parent is not null && parent.Pid > 1;
    }

    public override void Runnable(TaskStruct p, EnqFlags enqFlags)
    {
        if (TryParent(p, out TaskReference? parent))
        {
            samples += parent.Nvcsw;
            parent.Dispose();
        }
    } //~ SCX3001
}
