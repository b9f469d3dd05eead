namespace Scx.Sdk.Tests.Maps;

public sealed class HashTests
{
    const int NoEntry = -2, TooBig = -7, Exists = -17, Invalid = -22;

    [Fact]
    public void A_key_that_is_not_there_is_not_found()
    {
        var map = new HashMap<int, int>(1);
        Assert.Null(map.Find(1));
        Assert.False(map.TryGet(1, out _));
        Assert.Equal(NoEntry, map.Delete(1));
    }

    [Fact]
    public void A_value_found_is_written_through()
    {
        var map = new HashMap<int, int>(1);
        Assert.Equal(0, map.Update(1, 10));
        Assert.True(map.TryGet(1, out Ref<int>? value));
        value.Value++;
        Assert.Equal(11, map.Find(1)!.Value);
    }

    [Fact]
    public void Flags_say_whether_the_key_may_be_there()
    {
        var map = new HashMap<int, int>(2);
        Assert.Equal(NoEntry, map.Update(1, 1, MapUpdateFlags.Exist));
        Assert.Equal(0, map.Update(1, 1, MapUpdateFlags.NoExist));
        Assert.Equal(Exists, map.Update(1, 2, MapUpdateFlags.NoExist));
        Assert.Equal(0, map.Update(1, 2, MapUpdateFlags.Exist));
        Assert.Equal(Invalid, map.Update(1, 2, (MapUpdateFlags)99));
    }

    [Fact]
    public void A_full_map_takes_no_new_key_but_replaces_old_ones()
    {
        var map = new HashMap<int, int>(1);
        Assert.Equal(0, map.Update(1, 1));
        Assert.Equal(TooBig, map.Update(2, 2));
        Assert.Equal(0, map.Update(1, 3));
        Assert.Equal(0, map.Delete(1));
        Assert.Equal(0, map.Update(2, 2));
    }

    [Fact]
    public void An_update_replaces_the_element_and_leaves_what_was_found_before()
    {
        var map = new HashMap<int, int>(1);
        map.Update(1, 1);
        Ref<int> before = map.Find(1)!;
        map.Update(1, 2);
        Assert.Equal((1, 2), (before.Value, map.Find(1)!.Value));
    }

    [Fact]
    public void Keys_are_compared_byte_by_byte()
    {
        var map = new HashMap<double, int>(2);
        map.Update(0.0, 1);
        Assert.Null(map.Find(-0.0));
        map.Update(double.NaN, 2);
        Assert.NotNull(map.Find(double.NaN));
    }

    [Fact]
    public void Each_cpu_has_its_own_value_of_an_entry()
    {
        var map = new PerCpuHashMap<int, int>(1);
        FakeKernel fake = FakeKernel.Create();
        using (KernelScope.Enter(fake.Kernel))
        {
            fake.Cpu = 1;
            Assert.Equal(0, map.Update(5, 50));
            fake.Cpu = 2;
            Assert.Equal(0, map.Find(5)!.Value);
            Assert.Equal(0, map.Update(5, 60, MapUpdateFlags.Exist));
            Assert.Equal(TooBig, map.Update(6, 0));
            fake.Cpu = 1;
            Assert.True(map.TryGet(5, out Ref<int>? value));
            Assert.Equal(50, value.Value);
        }

        Assert.Equal(0, map.Delete(5));
        Assert.Null(map.Find(5));
    }
}
