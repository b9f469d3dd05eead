using System.Runtime.CompilerServices;

[InlineArray(300)]
public struct Large
{
    byte first;
}

[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [SyscallProgram] long Wide() => 1; //~ SCX4010
    [SyscallProgram] int ByValue(int x) => x; //~ SCX4010
    [SyscallProgram] int Two(ref int x, ref int y) => x + y; //~ SCX4010
    [SyscallProgram] void Task(TaskStruct p) { } //~ SCX4010
    [SyscallProgram] void Generic<TItem>() { } //~ SCX4010
    [SyscallProgram] void TooLarge(ref Large large) { } //~ SCX4012
    [SyscallProgram, PerfEvent] void Both() { } //~ SCX4010
    [TracepointBtf("sched_switch")] int Returns() => 1; //~ SCX4010
    [TracepointBtf("sched_switch")] void ByRef(ref bool preempt) { } //~ SCX4010
    [FunctionEntry("schedule")] void Text(string text) { } //~ SCX4010
    [KernelProbe("schedule")] void Object(TaskStruct p) { } //~ SCX4010
    [KernelProbe("schedule")] void Seven(int a, int b, int c, int d, int e, int f, int g) { } //~ SCX4010
    [KernelReturnProbe("schedule")] void Arguments(int a, int b) { } //~ SCX4010
    [Tracepoint("sched", "sched_wakeup")] void Written(ref int record) { } //~ SCX4010
    [PerfEvent] void Context(in int x) { } //~ SCX4010
    [SyscallProgram] void Same() { }
    [PerfEvent] void Same(params System.ReadOnlySpan<int> x) { } //~ SCX4010
    [SyscallProgram] void Same(in int x) { } //~ SCX4011
}
