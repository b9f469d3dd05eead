using System.Runtime.CompilerServices;

[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [InlineArray(10000)]
    struct Large
    {
        ulong first;
    }

    static uint Entries => 4;

    readonly HashMap<int, ulong> none = new(0); //~ SCX6002
    readonly HashMap<int, ulong> tooMany = new(200_000_000); //~ SCX6002
    readonly ArrayMap<ulong> computed = new(Entries); //~ SCX6002
    readonly PerCpuArray<Large> perCpu = new(1); //~ SCX6005
    readonly TaskStorage<Large> stored = new(); //~ SCX6005
    readonly ArrayMap<Large> array = new(1);
    ArrayMap<ulong> notReadonly = new(1); //~ SCX6001
}
