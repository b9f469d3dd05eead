[SchedExtOps("example")]
public sealed class Example : Scheduler
{
    ulong total;

    async void Count()
    {
        await System.Threading.Tasks.Task.Yield(); //~ SCX1015
        total++;
    }

    public override void Running(TaskStruct p) => Count();
}
