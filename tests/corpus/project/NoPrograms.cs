[BpfObject("example")]
public sealed class Example //~ SCX0018
{
    ulong wakeups;

    void OnWakeup(TaskStruct p) => wakeups++;
}
