namespace Scx.Sdk.Tests.Maps;

public sealed class MapsOfMapsTests
{
    [Fact]
    public void Each_entry_of_an_array_has_its_own_map()
    {
        var levels = new ArrayOfMaps<QueueMap<int>>(2, () => new(1));
        Assert.Equal(0, levels.Find(0)!.Push(7));
        Assert.Equal(0, levels.Find(1)!.Push(8));
        Assert.True(levels.Find(0)!.TryPop(out int value));
        Assert.Equal(7, value);
        Assert.Null(levels.Find(2));
    }

    [Fact]
    public void A_table_is_filled_by_user_space()
    {
        var groups = new HashOfMaps<int, ArrayMap<ulong>>(1, () => new(4));
        Assert.Null(groups.Find(5));
        groups.Create(5)![3] = 9;
        Assert.Equal(9UL, groups.Find(5)![3]);
        Assert.Null(groups.Create(6));
    }

    [Fact]
    public void A_filter_knows_what_was_added()
    {
        var filter = new BloomFilter<int>(10);
        Assert.False(filter.MayContain(1));
        Assert.Equal(0, filter.Add(1));
        Assert.True(filter.MayContain(1));
    }

    [Fact]
    public void A_ring_buffer_takes_what_it_has_room_for()
    {
        var events = new RingBuffer<long>(4096);
        for (long i = 0; i < 256; i++) Assert.Equal(0, events.Output(i));
        Assert.Equal(-11, events.Output(256));
        Assert.True(events.TryTake(out long first));
        Assert.Equal(0, first);
        Assert.Equal(0, events.Output(256));
    }
}
