using Microsoft.CodeAnalysis;
using Scx.Compiler.Ir;
using Scx.Compiler.Ir.Passes;

namespace Scx.Compiler.Frontend;

/// <content>Members of .NET's integer types that look at bits or bounds.</content>
internal sealed partial class IrBuilder
{
    private const string BitLibrary = "Scx.DotNet.BitOperations";

    private static BitCount? CountedBy(IMethodSymbol method) =>
        method is { IsStatic: true, Parameters.Length: 1 } && method.Parameters[0].Type.SpecialType == SpecialType.System_UInt64 && method.ContainingType.MetadataNameIs(BitLibrary) ? method.Name switch
        {
            "PopCount" => BitCount.Set,
            "TrailingZeroCount" => BitCount.TrailingZeros,
            "Log2" => BitCount.BelowHighest,
            _ => null,
        } : null;

    private static long Least(IntType type) => type.Signed ? -1L << (type.Bits - 1) : 0;

    private static long Most(IntType type) => type.Signed ? ~Least(type) : LiteralEvaluation.Wrap(-1, type);

    /// <summary>By what the library has for 64 bits; narrower numbers are widened with zeros.</summary>
    private Value BitsCounted(string name, Value value, IntType type)
    {
        var bits = Widened(value, type);
        // The bit above a narrower number stops the count.
        if (name == "TrailingZeroCount" && type.Bits < 64)
            bits = builder.Emit(new Binary(BinaryOperator.Or, bits, builder.Constant(IrType.U64, 1L << type.Bits)), IrType.U64);
        var method = context.Compilation.GetTypeByMetadataName(BitLibrary)?.GetMembers(name).OfType<IMethodSymbol>()
            .FirstOrDefault(m => m.Parameters.Length == 1 && m.Parameters[0].Type.SpecialType == SpecialType.System_UInt64)
            ?? throw new InternalCompilerException(builder.Span, $"the library has no {name}");
        var count = Call(method, [bits])!;
        if (name == "LeadingZeroCount" && type.Bits < 64)
            count = builder.Emit(new Binary(BinaryOperator.Subtract, count, builder.Constant(IrType.S32, 64 - type.Bits)), IrType.S32);
        return builder.Coerce(count, type);
    }

    private Value Widened(Value value, IntType type) => builder.Coerce(builder.Coerce(value, type with { Signed = false }), IrType.U64);

    private Value IsPowerOf2(Value value, IntType type)
    {
        var less = builder.Emit(new Binary(BinaryOperator.Subtract, value, builder.Constant(type, 1)), type);
        var single = builder.Compare(Relation.Equal, builder.Emit(new Binary(BinaryOperator.And, value, less), type), builder.Constant(type, 0));
        return builder.Emit(new Binary(BinaryOperator.And, single, builder.Compare(Relation.Greater, value, builder.Constant(type, 0))), IrType.Bool);
    }

    // Amounts are taken modulo the width, as everywhere in C#.
    private Value Rotated(Value value, Value amount, IntType type, BinaryOperator there, BinaryOperator back)
    {
        var rest = builder.Emit(new Unary(UnaryOperator.Negate, amount), amount.Type);
        return builder.Emit(new Binary(BinaryOperator.Or, builder.Emit(new Binary(there, value, amount), type), builder.Emit(new Binary(back, value, rest), type)), type);
    }

    /// <summary>The nearest number that the type has.</summary>
    private Value Saturated(Value value, IntType type)
    {
        var from = (IntType)value.Type;
        if (Least(from) < Least(type))
            value = Extreme(Relation.Greater, value, builder.Constant(from, Least(type)), from);
        bool higher = (from.Signed || !type.Signed) ? from.Bits > type.Bits || (from.Bits == type.Bits && !from.Signed && type.Signed) : from.Bits >= type.Bits;
        if (higher)
            value = Extreme(Relation.Less, value, builder.Constant(from, Most(type)), from);
        return builder.Coerce(value, type);
    }
}
