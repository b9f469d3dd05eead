/// <summary>What a process shares is good for reading only, and so is what is found by way of it.</summary>
[SchedExtOps("t")]
public sealed class T : Scheduler
{
    int cpu;

    public override void Running(TaskStruct p)
    {
        TaskStruct? target = p.Signal.CurrTarget;
        if (target is null)
            return;
        cpu += target.Pid;
        cpu += TaskCpu(target); //~ SCX2024
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        Cred? cred = p.Cred;
        if (cred is null)
            cpu += (int)cred.Uid; //~ SCX2001
    }
}
