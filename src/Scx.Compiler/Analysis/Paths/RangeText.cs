using System.Globalization;
using Scx.Compiler.Analysis.Values;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Paths;

/// <summary>Ranges in words.</summary>
internal static class RangeText
{
    /// <summary><c>any int</c>, <c>less than 0</c>, <c>-1</c> or <c>between 0 and 64</c>.</summary>
    public static string Of(NumberRange range, IrType type)
    {
        var (low, high) = range.As(type);
        var (least, most) = NumberRange.Of(type).As(type);
        if (low == least && high == most)
            return "any " + Name(type);
        if (low == high)
            return Number(low);
        if (high == most)
            return $"{Number(low)} or more";
        return low == least ? $"{Number(high)} or less" : $"between {Number(low)} and {Number(high)}";
    }

    private static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Name(IrType type) => type switch
    {
        IntType { Bits: 8, Signed: true } => "sbyte",
        IntType { Bits: 8 } => "byte",
        IntType { Bits: 16, Signed: true } => "short",
        IntType { Bits: 16 } => "ushort",
        IntType { Bits: 32, Signed: true } => "int",
        IntType { Bits: 32 } => "uint",
        IntType { Bits: 64, Signed: true } => "long",
        _ => "ulong",
    };
}
