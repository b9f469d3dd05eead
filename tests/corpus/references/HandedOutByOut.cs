[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong samples;

    static bool TryParent(TaskStruct p, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out TaskReference? parent)
    {
        parent = TaskFromPid(p.RealParent.Pid);
        if (parent is null)
            return false;
        if (parent.Pid > 1)
            return true;
        parent.Dispose();
        parent = null;
        return false;
    }

    public override void Runnable(TaskStruct p, EnqFlags enqFlags)
    {
        if (!TryParent(p, out TaskReference? parent))
            return;
        using (parent)
            samples += parent.Nvcsw;
    }
}
