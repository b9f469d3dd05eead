namespace Scx.Sdk.Tests.Maps;

public sealed class LruTests
{
    [Fact]
    public void A_full_table_drops_what_was_used_longest_ago()
    {
        var map = new LruHashMap<int, int>(2);
        map.Update(1, 10);
        map.Update(2, 20);
        _ = map.Find(1);
        Assert.Equal(0, map.Update(3, 30));
        Assert.Null(map.Find(2));
        Assert.Equal((10, 30), (map.Find(1)!.Value, map.Find(3)!.Value));
    }

    [Fact]
    public void So_does_one_with_values_for_each_cpu()
    {
        var map = new PerCpuLruHashMap<int, int>(1);
        map.Update(1, 10);
        map.Update(2, 20);
        Assert.False(map.TryGet(1, out _));
        Assert.True(map.TryGet(2, out var value));
        Assert.Equal(20, value.Value);
    }

    [Fact]
    public void Other_tables_are_full()
    {
        var map = new HashMap<int, int>(1, HashMapFlags.NoPreallocation);
        map.Update(1, 10);
        Assert.Equal(-7, map.Update(2, 20));
        Assert.Equal(0, map.Delete(1));
        Assert.Equal(0, map.Update(2, 20));
    }
}
