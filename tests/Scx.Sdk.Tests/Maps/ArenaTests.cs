namespace Scx.Sdk.Tests.Maps;

public sealed class ArenaTests
{
    struct Node
    {
        public ArenaPointer<Node> Next;
        public long Number;
    }

    [Fact]
    public void What_lies_in_the_arena_points_at_other_things_in_it()
    {
        var arena = new Arena(4);
        var nodes = arena.AllocatePages<Node>(1);
        ArenaPointer<Node> list = default;
        for (int i = 0; i < 3; i++)
        {
            nodes[i] = new Node { Next = list, Number = i };
            list = nodes.Element(i);
        }

        long sum = 0;
        for (var at = list; !at.IsNull; at = at.Value.Next) sum = sum * 10 + at.Value.Number;
        Assert.Equal(210, sum);
        Assert.True(list == nodes.Element(2));
        Assert.Equal(2, list.As<Node>().Value.Number);
    }

    [Fact]
    public void Pages_are_zero_and_bounded()
    {
        var arena = new Arena(2);
        var first = arena.AllocatePages<ulong>(2);
        first[1000] = 7;
        Assert.True(arena.AllocatePages<ulong>(1).IsNull);
        arena.FreePages(first, 2);
        Assert.Equal(0UL, arena.AllocatePages<ulong>(2)[1000]);
    }

    [Fact]
    public void Null_throws()
    {
        ArenaPointer<int> none = default;
        Assert.True(none.IsNull);
        Assert.Throws<NullReferenceException>(() => none.Value);
    }
}
