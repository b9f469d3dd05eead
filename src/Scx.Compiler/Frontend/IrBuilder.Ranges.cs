using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <content>Indices from the end, ranges, and variables that hold them: structs of the Sdk's library in place of .NET's.</content>
internal sealed partial class IrBuilder
{
    private const string ValueField = "value", StartField = "Start", EndField = "End";

    private bool IsIndex(IOperation operation) => typeArguments.Of(operation.Type!).MetadataNameIs("System.Index");

    /// <summary>The index that an <c>Index</c> means, counted from the start.</summary>
    private Value Endpoint(IOperation operation, Value length) => operation switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } hat => FromEnd(length, LowerValue(hat.Operand)),
        IConversionOperation { OperatorMethod: not null } conversion => LowerValue(conversion.Operand),
        _ => Endpoint(builder.Load(FieldNamed(LowerAddress(operation), ValueField)), length),
    };

    // As .NET keeps it: the complement of what is counted from the end.
    private Value Endpoint(Value kept, Value length)
    {
        var fromEnd = FromEnd(length, builder.Emit(new Unary(UnaryOperator.Not, kept), IrType.S32));
        return builder.Emit(new Select(builder.Compare(Relation.Less, kept, builder.Constant(IrType.S32, 0)), fromEnd, kept), IrType.S32);
    }

    private Value FromEnd(Value length, Value count) => builder.Emit(new Binary(BinaryOperator.Subtract, length, count), IrType.S32);

    private (Value? From, Value? To, bool AreConstant) Endpoints(IOperation range, Value length)
    {
        if (range is IRangeOperation { LeftOperand: var left, RightOperand: var right })
            return (left is null ? null : Endpoint(left, length), right is null ? null : Endpoint(right, length), IsConstant(left) && IsConstant(right));
        var address = LowerAddress(range);
        return (Endpoint(End(StartField), length), Endpoint(End(EndField), length), false);

        Value End(string field) => builder.Load(FieldNamed(FieldNamed(address, field), ValueField));
    }

    private static bool IsConstant(IOperation? end) => end switch
    {
        null => true,
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } hat => hat.Operand.ConstantValue.HasValue,
        IConversionOperation { OperatorMethod: not null } conversion => conversion.Operand.ConstantValue.HasValue,
        _ => false,
    };

    /// <summary><c>^n</c> as a value.</summary>
    private Value MakeIndex(IUnaryOperation hat, IrType type)
    {
        var slot = builder.Slot(type);
        builder.Store(FieldNamed(slot, ValueField), builder.Emit(new Unary(UnaryOperator.Not, LowerValue(hat.Operand)), IrType.S32));
        return slot;
    }

    /// <summary><c>a..b</c> as a value.</summary>
    private Value MakeRange(IRangeOperation range, IrType type)
    {
        var slot = builder.Slot(type);
        void Put(string field, IOperation? end, int otherwise)
        {
            var place = FieldNamed(slot, field);
            if (end is not null)
                builder.Add(new Copy(place, LowerAddress(end), ((PointerType)place.Type).Target));
            else
                builder.Store(FieldNamed(place, ValueField), builder.Constant(IrType.S32, otherwise));
        }
        Put(StartField, range.LeftOperand, 0);
        Put(EndField, range.RightOperand, ~0);
        return slot;
    }
}
