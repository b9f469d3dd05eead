namespace Scx.Sdk.Tests.Maps;

public sealed class QueueTests
{
    const int TooBig = -7, Invalid = -22;

    [Fact]
    public void A_queue_gives_back_the_oldest_first()
    {
        var queue = new QueueMap<int>(2);
        Assert.Equal(0, queue.Push(1));
        Assert.Equal(0, queue.Push(2));
        Assert.True(queue.TryPeek(out int seen));
        Assert.True(queue.TryPop(out int first));
        Assert.True(queue.TryPop(out int second));
        Assert.Equal((1, 1, 2), (seen, first, second));
    }

    [Fact]
    public void A_stack_gives_back_the_newest_first()
    {
        var stack = new StackMap<int>(2);
        stack.Push(1);
        stack.Push(2);
        Assert.True(stack.TryPeek(out int seen));
        Assert.True(stack.TryPop(out int first));
        Assert.True(stack.TryPop(out int second));
        Assert.Equal((2, 2, 1), (seen, first, second));
    }

    [Fact]
    public void An_empty_queue_gives_zeroes()
    {
        var queue = new QueueMap<int>(1);
        int value = 9;
        Assert.False(queue.TryPop(out value));
        Assert.Equal(0, value);
        Assert.False(queue.TryPeek(out _));
    }

    [Fact]
    public void A_full_queue_refuses_or_drops_the_oldest()
    {
        var queue = new QueueMap<int>(1);
        queue.Push(1);
        Assert.Equal(TooBig, queue.Push(2));
        Assert.Equal(0, queue.Push(3, MapUpdateFlags.Exist));
        Assert.True(queue.TryPop(out int value));
        Assert.Equal(3, value);
    }

    [Fact]
    public void A_queue_does_not_know_NoExist() => Assert.Equal(Invalid, new QueueMap<int>(1).Push(1, MapUpdateFlags.NoExist));
}
