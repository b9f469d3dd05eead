[SchedExtOps("t", MinimumKernel = "7.0")]
public sealed class T : Scheduler
{
    ulong count;

    [FunctionEntry("futex_wake")] void Changed(ulong address, uint flags, ulong process, int most) => count++;
    [FunctionExit("futex_wake")] void Result(ulong address, uint flags, int most, uint bits, int woken) => count++; //~ SCX4010
    [FunctionEntry("scx_bypass")] void Bypassed(bool on) => count++; //~ SCX4010
}
