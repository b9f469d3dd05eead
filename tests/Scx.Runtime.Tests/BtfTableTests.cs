using Scx.Runtime.Btf;

namespace Scx.Runtime.Tests;

public class BtfTableTests
{
    [Fact]
    public void Decodes_what_was_written()
    {
        var builder = new BtfBuilder();
        int u64 = builder.Integer("unsigned long", 8);
        int pointer = builder.Reference(BtfKind.Pointer, u64);
        int fixedWord = builder.Reference(BtfKind.Const, builder.Reference(BtfKind.Volatile, u64));
        int record = builder.Struct("record", 24, ("first", u64, 0), ("second", pointer, 8), ("third", builder.Array(u64, 1), 16));
        var types = builder.Build();

        var read = types.Find<BtfStruct>(BtfKind.Struct, "record")!;
        Assert.Equal(record, read.Id);
        Assert.Equal(["first", "second", "third"], read.Members.Select(member => member.Name));
        Assert.Equal(64, read.FindMember("second")!.BitOffset);
        Assert.Equal(8, types.SizeOf(read.FindMember("second")!.TypeId));
        Assert.Equal(8, types.SizeOf(read.FindMember("third")!.TypeId));
        Assert.Equal(u64, types.Resolve(fixedWord).Id);
        Assert.Null(types.Find<BtfStruct>(BtfKind.Struct, "nothing"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(40)]
    public void Refuses_what_is_cut_off(int length)
    {
        var builder = new BtfBuilder();
        builder.Struct("record", 8, ("member", builder.Integer("int", 4, signed: true), 0));
        Assert.Throws<InvalidDataException>(() => new BtfTable(builder.Bytes()[..length]));
    }

    [Fact]
    public void Finds_the_types_of_a_real_kernel_if_it_gives_them_out()
    {
        const string kernel = "/sys/kernel/btf/vmlinux";
        if (!File.Exists(kernel))
            return;
        var types = new BtfTable(File.ReadAllBytes(kernel));
        var task = types.Find<BtfStruct>(BtfKind.Struct, "task_struct")!;
        Assert.Equal(4, types.SizeOf(task.FindMember("pid")!.TypeId));
    }
}
