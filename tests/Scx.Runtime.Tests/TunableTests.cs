using Scx.Runtime.Btf;

namespace Scx.Runtime.Tests;

public class TunableTests
{
    static readonly byte[] contents = [1, 0xfe, 0xff, 0xff, 0xff, 7, 2, 0, 0, 0, 0x20, 0x4e, 0, 0, 0, 0, 0, 0, 9];

    static IReadOnlyList<Tunable> Read()
    {
        var builder = new BtfBuilder();
        int boolean = builder.Integer("bool", 1, boolean: true);
        int s32 = builder.Integer("int", 4, signed: true);
        int u8 = builder.Integer("unsigned char", 1);
        int u64 = builder.Integer("unsigned long", 8);
        int mode = builder.Enum("Mode", ("Mode_Vtime", 0), ("Mode_Fifo", 2));
        int fifo = builder.Variable("fifo", boolean), bias = builder.Variable("niceBias", s32), small = builder.Variable("small", u8);
        int order = builder.Variable("order", builder.Reference(BtfKind.Const, mode)), slice = builder.Variable("sliceUs", u64);
        int hidden = builder.Variable("hidden", u8);
        builder.Tag("scx:tunable:First in, first out", fifo);
        builder.Tag("scx:tunable:Bias", bias);
        builder.Tag("scx:tunable:Small", small);
        builder.Tag("scx:tunable:Order", order);
        builder.Tag("scx:tunable:Slice in us", slice);
        builder.Tag("something else", hidden);
        builder.Section(".rodata", (fifo, 0, 1), (bias, 1, 4), (small, 5, 1), (order, 6, 4), (slice, 10, 8), (hidden, 18, 1));
        var types = builder.Build();
        return TunableReader.Read(types, Variable.All(types), _ => contents);
    }

    [Theory]
    [InlineData("help", "--set help=N")]
    [InlineData("interval", "--set interval=N")]
    [InlineData("sliceUs", "--slice-us N")]
    public void Option_that_is_named_like_one_of_scx_run_is_set_by_its_field(string field, string option)
    {
        var builder = new BtfBuilder();
        int variable = builder.Variable(field, builder.Integer("unsigned long", 8));
        builder.Tag("scx:tunable:Something", variable);
        builder.Section(".rodata", (variable, 0, 8));
        var types = builder.Build();
        Assert.Equal(option, Scx.Run.HelpText.OptionOf(TunableReader.Read(types, Variable.All(types), _ => contents).Single()));
    }

    static Tunable Find(string name) => Read().Single(tunable => tunable.Name == name);

    [Fact]
    public void Are_the_tagged_variables_with_their_defaults()
    {
        Assert.Equal(
            [("--fifo", "true"), ("--nice-bias", "-2"), ("--small", "7"), ("--order", "Fifo"), ("--slice-us", "20000")],
            Read().Select(tunable => (tunable.OptionName, tunable.Default)));
        Assert.Equal("First in, first out", Find("fifo").Description);
        Assert.Equal(TunableKind.Flag, Find("fifo").Kind);
        Assert.Equal(TunableKind.Choice, Find("order").Kind);
    }

    [Theory]
    [InlineData("small", "255", 255)]
    [InlineData("small", "0x1f", 31)]
    [InlineData("niceBias", "-2147483648", int.MinValue)]
    [InlineData("sliceUs", "0", 0)]
    [InlineData("fifo", "off", 0)]
    [InlineData("fifo", "True", 1)]
    [InlineData("order", "vtime", 0)]
    [InlineData("order", "2", 2)]
    public void Understand_values(string name, string text, long value) => Assert.Equal(value, Find(name).Parse(text));

    [Theory]
    [InlineData("small", "256", "--small: 256 is not between 0 and 255")]
    [InlineData("small", "-1", "--small: -1 is not between 0 and 255")]
    [InlineData("small", "0x100", "--small: 0x100 is not between 0 and 255")]
    [InlineData("small", "0x1ffffffffffffffff", "--small: '0x1ffffffffffffffff' is not a whole number")]
    [InlineData("small", "seven", "--small: 'seven' is not a whole number")]
    [InlineData("small", "1.5", "--small: '1.5' is not a whole number")]
    [InlineData("small", "", "--small: '' is not a whole number")]
    [InlineData("sliceUs", "18446744073709551616", "--slice-us: 18446744073709551616 is not between 0 and 18446744073709551615")]
    [InlineData("fifo", "2", "--fifo: '2' is neither true nor false")]
    [InlineData("order", "random", "--order: 'random' is none of Vtime, Fifo")]
    public void Say_what_is_wrong_with_a_value(string name, string text, string message) =>
        Assert.Equal(message, Assert.Throws<TunableException>(() => Find(name).Parse(text)).Message);

    [Fact]
    public void Change_only_their_own_bytes()
    {
        byte[] memory = [.. contents];
        Find("niceBias").Write(memory, -3);
        byte[] expected = [.. contents];
        expected[1] = 0xfd;
        Assert.Equal(expected, memory);
    }

    [Theory]
    [InlineData("CPUCount", "--cpu-count")]
    [InlineData("slice_us", "--slice-us")]
    [InlineData("l3Size", "--l3-size")]
    [InlineData("_hidden", "--hidden")]
    public void Are_named_as_options_are(string field, string option) =>
        Assert.Equal(option, new Tunable(field, "", TunableKind.Integer, 4, false, new Dictionary<string, Int128>()).OptionName);
}
