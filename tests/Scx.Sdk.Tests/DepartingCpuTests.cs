using System.Reflection;

namespace Scx.Sdk.Tests;

public class DepartingCpuTests
{
    const uint Leaving = 2;

    readonly ArrayMap<DepartingCpu> departing = new(1);
    readonly Machine machine = Machine.Make();

    [Fact]
    public void KicksOfACpuThatGoesAreMadeByTheTimerUntilItIsBack()
    {
        using var scope = KernelScope.Enter(machine.Kernel);
        Assert.Equal(0, DepartingCpu.Prepare(departing));
        Assert.Equal([0], KicksOf(() => KickOn(Leaving)));

        DepartingCpu.LetGo(departing, (int)Leaving);
        Assert.Equal([0], KicksOf(() => KickOn(1)));
        Assert.Empty(KicksOf(() => KickOn(Leaving)));
        Assert.Equal([0, 1, 2, 3, 2], KicksOf(Tend));

        machine.Online.Remove((int)Leaving);
        Assert.Empty(KicksOf(() => KickOn(Leaving)));
        Assert.Equal([0, 1, 3], KicksOf(Tend));
        Assert.Empty(KicksOf(Tend));

        machine.Online.Add((int)Leaving);
        Assert.Empty(KicksOf(() => KickOn(Leaving)));
        Assert.Equal([0, 1, 2, 3], KicksOf(Tend).Order());
        Assert.Equal([0], KicksOf(() => KickOn(Leaving)));
        Assert.Equal(4, machine.TimerStarts);
    }

    void KickOn(uint cpu)
    {
        machine.Cpu = cpu;
        DepartingCpu.Kick(departing, 0);
    }

    void Tend() => machine.Callback!(0, ref departing[0]);

    List<int> KicksOf(Action action)
    {
        machine.Kicked.Clear();
        action();
        return [.. machine.Kicked];
    }

    /// <summary>Four CPUs and a timer.</summary>
    public class Machine : DispatchProxy
    {
        internal IKernel Kernel => (IKernel)(object)this;

        internal uint Cpu { get; set; }

        internal List<int> Online { get; } = [0, 1, 2, 3];

        internal List<int> Kicked { get; } = [];

        internal EntryCallback<uint, DepartingCpu>? Callback { get; private set; }

        internal int TimerStarts { get; private set; }

        internal static Machine Make() => (Machine)(object)Create<IKernel, Machine>();

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            switch (targetMethod!.Name)
            {
                case nameof(IKernel.GetSmpProcessorId):
                    return Cpu;
                case nameof(IKernel.NrCpuIds):
                    return 4u;
                case nameof(IKernel.GetOnlineCpumask):
                    return new CpumaskReference(new Cpumask());
                case nameof(IKernel.CpumaskTest):
                    return Online.Contains((int)args![1]!);
                case nameof(IKernel.KickCpu):
                    Kicked.Add((int)args![0]!);
                    return null;
                case nameof(IKernel.TimerInit):
                    return 0;
                case nameof(IKernel.TimerSetCallback):
                    Callback = (EntryCallback<uint, DepartingCpu>)args![1]!;
                    return 0;
                case nameof(IKernel.TimerStart):
                    TimerStarts++;
                    return 0;
                default:
                    Assert.Equal(nameof(IKernel.Release), targetMethod.Name);
                    return null;
            }
        }
    }
}
