[SchedExtOps("missing_entries")]
public sealed class MissingEntries : Scheduler
{
    readonly HashMap<int, ulong> runs = new(134217728);

    public override void Running(TaskStruct p) => runs.Update(p.Pid, 1);
}
//= SCX9029
