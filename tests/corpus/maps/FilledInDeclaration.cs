[SchedExtOps("t")]
public sealed class T : Scheduler
{
    readonly PerCpu<ulong> counted = new() { Value = 5 }; //~ SCX6018
    readonly ArrayMap<ulong> limits = new(2) { [0] = 5, [1] = 6 }; //~ SCX6018
    readonly CpuArray<int> cpus = new() { [0] = 5 }; //~ SCX6018
    readonly ArrayOfMaps<ArrayMap<ulong>> levels = new(2, () => new(1) { [0] = 1 }); //~ SCX6018
    readonly PerCpu<ulong> empty = new() { };

    public override void Running(TaskStruct p) => empty.Value++;
}
