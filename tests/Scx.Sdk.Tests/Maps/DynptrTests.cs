using System.Runtime.InteropServices;

namespace Scx.Sdk.Tests.Maps;

public sealed class DynptrTests
{
    struct Pair
    {
        public uint First, Second;
    }

    [Fact]
    public void Records_of_any_size_come_out_in_the_order_in_which_they_were_begun()
    {
        var ring = new RingBuffer(4096);
        RingBufferDynptr first = ring.Reserve(3);
        Assert.Equal(0, ring.Output(0x01020304));
        using (RingBufferDynptr dropped = ring.Reserve(8))
            dropped.Write(0, 5UL);
        Assert.Null(ring.Take());
        Assert.Equal(0, first.Write(1, (byte)7));
        Assert.Equal(-7, first.Write(2, (ushort)7));
        first.Submit();
        first.Dispose();
        Assert.Equal([0, 7, 0], ring.Take());
        Assert.Equal([4, 3, 2, 1], ring.Take());
        Assert.Null(ring.Take());
        Assert.Throws<InvalidOperationException>(() => first.Write(0, (byte)1));
        Assert.Equal(48UL, ring.Query(RingBufferQuery.ConsumerPosition));
    }

    [Fact]
    public void Without_room_there_is_a_record_without_memory()
    {
        var ring = new RingBuffer(4096);
        using RingBufferDynptr all = ring.Reserve(4096 - 8);
        Assert.False(all.IsNull);
        using RingBufferDynptr none = ring.Reserve(1);
        Assert.True(none.IsNull);
        Assert.Equal(-22, none.Write(0, 1));
        Assert.Equal(-22, none.Adjust(0, 0));
        Assert.Null(none.Data<byte>(0));
        none.Submit();
        Assert.True(ring.Reserve(uint.MaxValue).IsNull);
    }

    [Fact]
    public void Views_of_a_value_see_what_is_written_to_it()
    {
        var map = new HashMap<int, Pair>(4);
        map.Update(1, new Pair { First = 1, Second = 2 });
        Ref<Pair> value = map.Find(1)!;
        DynptrView view = DynptrView.Of(value);
        Assert.Equal(8u, view.Size);
        DynptrView second = view.Clone();
        Assert.Equal(0, second.Adjust(4, 8));
        Assert.Equal(-34, second.Adjust(0, 5));
        Assert.Equal(-22, second.Adjust(2, 1));
        Ref<uint> there = second.Data<uint>(0)!;
        there.Value = 9;
        Assert.Equal(9u, value.Value.Second);
        Assert.Equal(0, view.Read(4, out uint read));
        Assert.Equal(9u, read);
        Assert.Equal(-7, view.Read(5, out read));
        Assert.Equal(0u, read);
        Assert.Equal(0, view.CopyFrom(0, second, 0, 4));
        Assert.Equal(9u, value.Value.First);
        Assert.Equal(0, second.Fill(0, 2, 0xff));
        Assert.Equal(0xffffu, value.Value.Second);
        Assert.Null(second.Data<ulong>(0));
        Assert.False(view.IsReadOnly);
    }

    [Fact]
    public void Records_of_user_space_are_as_long_as_they_were_sent()
    {
        var ring = new UserRingBuffer(4096);
        Assert.True(ring.TryWrite([1, 2, 3, 4, 5]));
        Assert.True(ring.TryWrite([6]));
        Assert.False(ring.TryWrite(new byte[4096]));
        uint bytes = 0;
        Assert.Equal(2, ring.Drain(static (record, ref bytes) => { bytes += record.Size; return LoopStep.Continue; }, ref bytes));
        Assert.Equal(6u, bytes);
        ring.TryWrite(MemoryMarshal.AsBytes<int>([42]));
        int sent = 0;
        Assert.Equal(1, ring.Drain(record => { record.Read(0, out sent); return LoopStep.Break; }));
        Assert.Equal(42, sent);
    }
}
