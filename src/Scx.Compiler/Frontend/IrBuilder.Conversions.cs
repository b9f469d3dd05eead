using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

internal sealed partial class IrBuilder
{
    private Value LowerConversion(IConversionOperation conversion)
    {
        if (conversion.Operand.ConstantValue is { HasValue: true, Value: null })
            return IsStruct(conversion) ? Zeroed(TypeOf(conversion)) : builder.Emit(new NullConstant(), TypeOf(conversion));
        if (TableElement(conversion) is { } element)
            return element;
        if (UserOperator(conversion.OperatorMethod, conversion.Operand) is { } method)
            return ConvertByMethod(method, Stable(conversion.Operand), conversion.Operand.Type!, conversion.Type!, conversion);
        if (conversion.IsChecked && MayOverflow(conversion))
            throw new UnsupportedException(Rules.Checked, Spans.Of(conversion.Syntax));
        return Converted(Evaluate(conversion.Operand), conversion.Operand.Type!, conversion.Type!, conversion);
    }

    private static bool MayOverflow(IConversionOperation conversion) =>
        !conversion.IsImplicit && conversion.Operand.Type is { } from && !Equals(TypeLowering.Integer(from), TypeLowering.Integer(conversion.Type!));

    /// <summary>What was evaluated, as another type: a number widened or cut, a value that may be null, a tuple element by element.</summary>
    private Value Converted(Value value, ITypeSymbol from, ITypeSymbol to, IOperation operation)
    {
        (from, to) = (typeArguments.Of(from), typeArguments.Of(to));
        var type = context.Types.Lower(to, builder.Span);
        bool same = type is StructType && value.Type is PointerType { Target: var held } && held == type;
        if (!same)
        {
            if (UnderlyingType(from) is { } given)
                return ConvertedFromNullable(value, given, to, operation);
            if (UnderlyingType(to) is { } wanted)
                return MakeNullable((StructType)type, null, Converted(value, from, wanted, operation));
        }
        if (same)
            return value;
        if (type is not StructType structure)
            return builder.Coerce(value, type);
        if (from is INamedTypeSymbol { IsTupleType: true } source && to is INamedTypeSymbol { IsTupleType: true } target)
            return ConvertedTuple(value, source, target, structure, operation);
        if (context.Compilation.ClassifyCommonConversion(from, to).MethodSymbol is { } method)
            return ConvertByMethod(method, value, from, to, operation);
        throw Unsupported(operation, $"The conversion from '{TypeLowering.Display(from)}' to '{TypeLowering.Display(to)}'");
    }

    // .NET throws where a null value becomes one that cannot be null; here it is the type's default.
    private Value ConvertedFromNullable(Value value, ITypeSymbol given, ITypeSymbol to, IOperation operation)
    {
        var converted = Converted(ValueOf(value), given, UnderlyingType(to) ?? to, operation);
        return UnderlyingType(to) is null ? converted : MakeNullable((StructType)context.Types.Lower(to, builder.Span), HasValueOf(value), converted);
    }

    private Value ConvertByMethod(IMethodSymbol method, Value value, ITypeSymbol from, ITypeSymbol to, IOperation operation)
    {
        method = typeArguments.Of(method, ConstrainedType(operation));
        var (parameter, result) = (method.Parameters[0].Type, method.ReturnType);
        // A null value is converted to null, without the method.
        if (UnderlyingType(from) is { } given && UnderlyingType(parameter) is null)
        {
            var type = LowerType(to);
            return UnderlyingType(to) is { } wanted
                ? WhereNotNull([value], (StructType)type, () => ConvertByMethod(method, ValueOf(value), given, wanted, operation))
                : ConvertByMethod(method, ValueOf(value), given, to, operation);
        }
        var argument = Converted(value, from, parameter, operation);
        return Converted(CallOperator(method, LowerType(result), [Operand.Of(argument)], operation), result, to, operation);
    }

    /// <summary>The conversions that a compound assignment makes before and after its operator.</summary>
    private Value ConvertBy(CommonConversion conversion, Value value, ITypeSymbol from, ITypeSymbol to, IOperation operation) =>
        conversion.MethodSymbol is { } method ? ConvertByMethod(method, value, from, to, operation) : Converted(value, from, to, operation);

    private IrType LowerType(ITypeSymbol type) => TypeOf(type, builder.Span);
}
