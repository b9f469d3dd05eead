namespace Scx.Sdk.Tests.Maps;

public sealed class PerCpuTests
{
    [Fact]
    public void Each_cpu_has_its_own_and_sees_that_of_others()
    {
        var variable = new PerCpu<ulong>();
        FakeKernel fake = FakeKernel.Create();
        fake.Answer = 4u;
        using (KernelScope.Enter(fake.Kernel))
        {
            fake.Cpu = 0;
            variable.Value += 1;
            fake.Cpu = 3;
            variable.Value += 10;
            ref ulong here = ref variable.Value;
            here++;
            variable.Find(1)!.Value = 7;
            Assert.Null(variable.Find(-1));
            Assert.Null(variable.Find(4));
            Assert.Equal(1UL, variable.Find(0)!.Value);
        }

        Assert.Equal((1UL, 7UL, 0UL, 11UL), (variable.Of(0), variable.Of(1), variable.Of(2), variable.Of(3)));
    }

    [Fact]
    public void Outside_a_kernel_the_cpu_is_0()
    {
        var variable = new PerCpu<(int Pid, bool Seen)>();
        variable.Value.Pid = 4;
        Assert.Equal((4, false), variable.Of(0));
    }
}
