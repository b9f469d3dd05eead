[SchedExtOps("t")]
public sealed class T : Scheduler
{
    BpfCpumask? mask; //~ SCX6011
    Cpumask? lent; //~ SCX6011
    CgroupReference? group; //~ SCX6011
    Ref<ulong>? value; //~ SCX6011
    (TaskStruct? Task, int Cpu) last; //~ SCX6011

    public override void Running(TaskStruct p) => (mask, lent, group, value, last) = (null, null, null, null, (null, 0));
}
