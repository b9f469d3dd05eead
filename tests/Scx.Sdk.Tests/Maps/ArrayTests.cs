namespace Scx.Sdk.Tests.Maps;

public sealed class ArrayTests
{
    [Fact]
    public void Values_begin_as_zero_and_are_reached_by_reference()
    {
        var map = new ArrayMap<ulong>(2);
        map[1]++;
        Assert.Equal(1UL, map[1u]);
        Assert.Equal(0UL, map[0]);
    }

    [Fact]
    public void What_is_found_is_the_value_in_the_map()
    {
        var map = new ArrayMap<long>(1);
        map.Find(0)!.Value = 5;
        Assert.Equal(5, map[0]);
    }

    [Fact]
    public void Beyond_the_end_there_is_nothing()
    {
        var map = new ArrayMap<int>(3);
        Assert.Null(map.Find(3));
        Assert.Throws<IndexOutOfRangeException>(() => map[3]);
    }

    [Fact]
    public void Each_cpu_has_its_own_values()
    {
        var map = new PerCpuArray<ulong>(1);
        FakeKernel fake = FakeKernel.Create();
        using (KernelScope.Enter(fake.Kernel))
        {
            fake.Cpu = 0;
            map[0] += 1;
            fake.Cpu = 3;
            map[0] += 10;
        }

        Assert.Equal((1UL, 10UL, 0UL), (map.Of(0, 0), map.Of(3, 0), map.Of(1, 0)));
    }

    [Fact]
    public void Outside_a_kernel_the_cpu_is_0()
    {
        var map = new PerCpuArray<ulong>(1);
        map[0] = 4;
        Assert.Equal(4UL, map.Of(0, 0));
        Assert.Null(map.Find(1));
    }

    [Fact]
    public void A_map_of_nothing_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new ArrayMap<int>(0));
}
