using Scx.Compiler.Analysis.Values;
using Scx.Compiler.Ir;

namespace Scx.Backend.Tests;

/// <summary>Ranges of numbers that the analysis computes with.</summary>
public class NumberRangeTests
{
    /// <summary>On a way that cannot be taken a range may hold nothing, with its ends crossed.</summary>
    [Theory]
    [InlineData(BinaryOperator.Divide, false)]
    [InlineData(BinaryOperator.Divide, true)]
    [InlineData(BinaryOperator.Remainder, false)]
    [InlineData(BinaryOperator.Remainder, true)]
    public void A_range_that_holds_nothing_can_be_divided_by(BinaryOperator operation, bool signed)
    {
        var nothing = NumberRange.Constant(32, 0) with { Low = 1 };
        Assert.True(nothing.IsEmpty);
        Assert.Equal(32, NumberRange.Compute(operation, NumberRange.All(32), nothing, signed).Bits);
        Assert.Equal(32, NumberRange.Compute(operation, NumberRange.Unsigned(32, 3, 9), nothing, signed).Bits);
    }

    [Fact]
    public void A_quotient_holds_what_division_by_zero_yields()
    {
        var quotient = NumberRange.Compute(BinaryOperator.Divide, NumberRange.Unsigned(32, 10, 20), NumberRange.Unsigned(32, 0, 5), signed: false);
        Assert.Equal((0ul, 20ul), (quotient.Low, quotient.High));
    }
}
