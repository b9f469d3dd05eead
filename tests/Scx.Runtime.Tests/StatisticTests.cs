using Scx.Runtime.Btf;

namespace Scx.Runtime.Tests;

public class StatisticTests
{
    [Fact]
    public void Are_tagged_numbers_structs_and_maps()
    {
        var builder = new BtfBuilder();
        int u32 = builder.Integer("unsigned int", 4), u64 = builder.Integer("unsigned long", 8);
        int counters = builder.Struct("Counters", 16, ("Kernel", u64, 0), ("User", u32, 8));
        int map = builder.Struct("", 8, ("value", builder.Reference(BtfKind.Pointer, counters), 0));
        int array = builder.Struct("", 8, ("value", builder.Reference(BtfKind.Pointer, u64), 0));
        int failed = builder.Variable("failed", u64), calls = builder.Variable("calls", map), slots = builder.Variable("slots", array);
        int quiet = builder.Variable("quiet", u64);
        builder.Tag("scx:stat:Failed enqueues", failed);
        builder.Tag("scx:stat:", calls);
        builder.Tag("scx:stat:Slots", slots);
        builder.Section(".bss", (quiet, 0, 8), (failed, 8, 8));
        builder.Section(".maps", (calls, 0, 8), (slots, 8, 8));
        var types = builder.Build();

        var sources = StatisticReader.Read(types, Variable.All(types), name => name == "slots" ? 2 : 1);

        Assert.Equal(
        [
            new(new("failed", "Failed enqueues"), ".bss", 0, 8, 8, false), new(new("Kernel", ""), "calls", 0, 0, 8, false),
            new(new("User", ""), "calls", 0, 8, 4, false), new(new("slots[0]", "Slots"), "slots", 0, 0, 8, false),
            new(new("slots[1]", "Slots"), "slots", 1, 0, 8, false),
        ], sources);
    }
}
