namespace Scx.Sdk.Tests.Maps;

public sealed class StreamTests
{
    [Fact]
    public void Records_come_out_in_the_order_in_which_they_were_begun()
    {
        var ring = new RingBuffer<int>(4096);
        RingBufferRecord<int> first = ring.Reserve()!;
        Assert.Equal(0, ring.Output(2));
        using (RingBufferRecord<int> dropped = ring.Reserve()!)
            dropped.Value = 3;
        Assert.False(ring.TryTake(out _));
        first.Value = 1;
        first.Submit();
        first.Dispose();
        Assert.True(ring.TryTake(out int record));
        Assert.Equal(1, record);
        Assert.True(ring.TryTake(out record));
        Assert.Equal(2, record);
        Assert.False(ring.TryTake(out _));
        Assert.Throws<InvalidOperationException>(() => first.Submit());
    }

    [Fact]
    public void Buffer_is_as_large_as_in_the_kernel()
    {
        var ring = new RingBuffer<long>(4096);
        Assert.Equal(4096UL, ring.Query(RingBufferQuery.Size));
        for (int i = 0; i < 4096 / 16; i++)
            Assert.Equal(0, ring.Output(i));
        Assert.Null(ring.Reserve());
        Assert.Equal(4096UL, ring.Query(RingBufferQuery.Available));
        Assert.True(ring.TryTake(out _));
        Assert.NotNull(ring.Reserve());
        Assert.Equal(16UL, ring.Query(RingBufferQuery.ConsumerPosition));
    }

    [Fact]
    public void Records_of_user_space_are_drained_until_one_is_the_last()
    {
        var ring = new UserRingBuffer<int>(4096);
        foreach (int i in (int[])[1, 2, 3])
            Assert.True(ring.TryWrite(i));
        int sum = 0;
        Assert.Equal(2, ring.Drain(static (in order, ref sum) => { sum += order; return order == 2 ? LoopStep.Break : LoopStep.Continue; }, ref sum));
        Assert.Equal(3, sum);
        Assert.Equal(1, ring.Drain((in order) => LoopStep.Continue));
        Assert.Equal(0, ring.Drain((in order) => LoopStep.Continue));
    }

    [Fact]
    public void Maps_are_gone_through_entry_by_entry()
    {
        var table = new HashMap<int, ulong>(8);
        foreach (int i in (int[])[1, 2, 3])
            table.Update(i, (ulong)i * 10);
        ulong sum = 0;
        Assert.Equal(3, table.ForEach(static (in key, ref value, ref sum) => { sum += value; value = 0; return LoopStep.Continue; }, ref sum));
        Assert.Equal(60UL, sum);
        Assert.Equal(0UL, table.Find(2)!.Value);
        Assert.Equal(1, table.ForEach((in key, ref value) => LoopStep.Break));
        var array = new ArrayMap<uint>(4);
        Assert.Equal(4, array.ForEach((in index, ref value) => { value = index; return LoopStep.Continue; }));
        Assert.Equal(3u, array[3]);
    }

    [Fact]
    public void Turns_end_where_one_says_so()
    {
        ulong sum = 0;
        Assert.Equal(5, Loop.Run(10, static (turn, ref sum) => { sum += turn; return turn == 4 ? LoopStep.Break : LoopStep.Continue; }, ref sum));
        Assert.Equal(10UL, sum);
        Assert.Equal(10, Loop.Run(10, turn => LoopStep.Continue));
        Assert.Equal(-7, Loop.Run(Loop.MaxTurns + 1, turn => LoopStep.Continue));
    }
}
