[SchedExtOps("t")]
public sealed class T : Scheduler
{
    int turns;

    // Whatever is not Continue ends the loop; the kernel is told 1.
    public override void Running(TaskStruct p)
    {
        turns = Loop.Run(20, turn => (LoopStep)2);
        int pid = p.Pid;
        turns += Loop.Run(20, (turn, ref seen) => (LoopStep)(seen - (int)turn), ref pid);
    }
}
