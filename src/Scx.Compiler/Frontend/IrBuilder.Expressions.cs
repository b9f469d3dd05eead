using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

internal sealed partial class IrBuilder
{
    /// <summary>An expression of a scalar or pointer type.</summary>
    private Value LowerValue(IOperation operation)
    {
        cancellation.ThrowIfCancellationRequested();
        var outer = builder.Span;
        builder.Span = Spans.Of(operation.Syntax);
        var value = LowerConstant(operation) ?? LowerComputed(operation);
        builder.Span = outer;
        return value;
    }

    private Value? LowerConstant(IOperation operation)
    {
        if (!operation.ConstantValue.HasValue || operation.Type is null)
            return null;
        if (operation.ConstantValue.Value is null)
            return builder.Emit(new NullConstant(), TypeOf(operation));
        // What a kernel's enum holds is the running kernel's to say, so nothing made of it is a constant.
        if (operation.DescendantsAndSelf().Any(o => o is IFieldReferenceOperation field && context.Bindings.EnumValue(field.Field) is not null))
            return null;
        return TypeOf(operation) is var type and (IntType or BoolType)
            ? builder.Constant(type, KernelBindings.ConstantNumber(operation.ConstantValue.Value))
            : null;
    }

    private Value LowerComputed(IOperation operation)
    {
        switch (operation)
        {
            case IParenthesizedOperation parenthesized:
                return LowerValue(parenthesized.Operand);
            case IConversionOperation conversion:
                return LowerConversion(conversion);
            case IUnaryOperation unary:
                return LowerUnary(unary);
            case IIsTypeOperation test:
                return LowerIsType(test);
            case IBinaryOperation { LeftOperand: ITypeOfOperation left, RightOperand: ITypeOfOperation right } comparison:
                return builder.Constant(IrType.Bool, SameType(left.TypeOperand, right.TypeOperand) == (comparison.OperatorKind == BinaryOperatorKind.Equals) ? 1 : 0);
            case IBinaryOperation binary:
                return LowerBinary(binary);
            case IIsPatternOperation pattern:
                return LowerIsPattern(pattern);
            case IPropertyReferenceOperation { Property: { Name: "Length", ContainingType.SpecialType: SpecialType.System_String }, Instance.ConstantValue.Value: string text }:
                return builder.Constant(IrType.S32, text.Length);
            case ITupleBinaryOperation comparison:
                return LowerTupleComparison(comparison);
            case IIsNullOperation { Operand: var operand } when IsDisposedTable(operand):
                return builder.Constant(IrType.Bool, 1);
            case IIsNullOperation isNull:
                return IsNullable(isNull.Operand) ? Negated(HasValueOf(LowerAddress(isNull.Operand))) : IsNull(LowerValue(isNull.Operand));
            case ISimpleAssignmentOperation assignment:
                return LowerAssigned(assignment);
            case ICompoundAssignmentOperation compound:
                return LowerCompound(compound);
            case IIncrementOrDecrementOperation increment:
                return LowerIncrement(increment);
            case IInvocationOperation { TargetMethod: { ReturnsByRef: true } or { ReturnsByRefReadonly: true } }:
                return Read(LowerAddress(operation), operation);
            case IInvocationOperation invocation:
                return LowerInvocation(invocation, null) ?? throw new InternalCompilerException(builder.Span, "a call that yields nothing is used as a value");
            case IDefaultValueOperation:
                return Default(TypeOf(operation));
            case IFieldReferenceOperation { Field: var field } when context.Bindings.EnumValue(field) is { } constant:
                return builder.Emit(constant, TypeOf(operation));
            case IPropertyReferenceOperation property when IsIteratorElement(property):
                return IteratorElement(property);
            case IFieldReferenceOperation { Field: var field } when MapValue(field) is { } map:
                return map;
            case IPropertyReferenceOperation property when BackingField(property.Property) is { } field && MapValue(field) is { } map:
                return map;
            case IPropertyReferenceOperation property when ArenaProperty(property) is { } part:
                return part;
            case IPropertyReferenceOperation property when ArrayLength(property) is { } length:
                return length;
            case IPropertyReferenceOperation property when !IsPlace(property):
                return LowerProperty(property);
            case IDeclarationExpressionOperation declaration:
                return LowerValue(declaration.Expression);
            case ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation
                or IFlowCaptureReferenceOperation or IInlineArrayAccessOperation or IImplicitIndexerReferenceOperation or IArrayElementReferenceOperation:
                return Read(operation);
            default:
                throw Refused(operation);
        }
    }

    private Value Read(IOperation operation) =>
        operation is IPropertyReferenceOperation property && property.Property.Attribute(KnownSymbols.KernelFieldAttribute) is { } binding
            && binding.Named("ZeroIfAbsent", false)
            ? ReadIfPresent(property, binding)
            : Read(LowerAddress(operation), operation);

    /// <summary>A field of the kernel's that counts as 0 where there is none.</summary>
    private Value ReadIfPresent(IPropertyReferenceOperation property, AttributeData binding)
    {
        var holder = Follow(LowerValue(property.Instance!));
        var type = TypeOf(property);
        var result = builder.Slot(type);
        builder.Store(result, Default(type));
        var (present, joined) = (builder.NewBlock("present"), builder.NewBlock("joined"));
        builder.Branch(HasField(property.Property, binding), present, joined);
        builder.Begin(present);
        builder.Store(result, ReadField(holder, property, binding));
        builder.Jump(joined);
        builder.Begin(joined);
        return builder.Load(result);
    }

    private Value ReadField(Value holder, IPropertyReferenceOperation property, AttributeData binding) =>
        Read(KernelField(Follow(holder), property, binding), property);

    private Value Read(Value address, IOperation operation)
    {
        // A struct embedded in a kernel object is lent like the object: by its address. So is a text.
        if (((PointerType)address.Type).Target is KernelType)
            return address;
        if (((PointerType)address.Type).Target is ArrayType { Element: { } element })
            return builder.Coerce(address, new PointerType(element, MemorySpace.Kernel));
        var (value, type) = (builder.Load(address), TypeOf(operation));
        if (value.Type is IntType && type is BoolType)
            return builder.Compare(Relation.NotEqual, value, builder.Constant(value.Type, 0));
        // That C# holds a variable for not null here is for the analysis to show, so the variable's own type stays.
        return value.Type is PointerType { MayBeNull: true } pointer && pointer with { MayBeNull = false } == type
            ? value
            : builder.Coerce(value, type);
    }

    private Value Default(IrType type) =>
        type is PointerType ? builder.Emit(new NullConstant(), type) : builder.Constant(type, 0);

    private Value IsNull(Value pointer) =>
        builder.Compare(Relation.Equal, pointer, builder.Emit(new NullConstant(), pointer.Type));

    /// <summary>Why an operation can never be part of a program, or null.</summary>
    private UnsupportedException? Forbidden(IOperation operation)
    {
        var span = Spans.Of(operation.Syntax);
        return operation switch
        {
            IObjectCreationOperation { Type: { IsReferenceType: true } type } => new(Rules.HeapObject, span, TypeLowering.Display(type)),
            IArrayCreationOperation { Type: { } type } => new(Rules.HeapObject, span, TypeLowering.Display(type)),
            IInterpolatedStringOperation { ConstantValue.HasValue: false } => LibraryCallWith(operation) ?? new(Rules.StringBuilt, span, "An interpolated string"),
            IBinaryOperation { Type.SpecialType: SpecialType.System_String, ConstantValue.HasValue: false } =>
                LibraryCallWith(operation) ?? new(Rules.StringBuilt, span, "Joining strings"),
            ITypeOfOperation { Parent: IBinaryOperation { LeftOperand: ITypeOfOperation, RightOperand: ITypeOfOperation } } => null,
            ITypeOfOperation => new(Rules.Reflection, span, "typeof"),
            IConversionOperation { Parent: IInvocationOperation call } when IsHasFlag(call) => null,
            IConversionOperation { Parent: IArgumentOperation { Parent: IInvocationOperation call } } when IsHasFlag(call) => null,
            IDelegateCreationOperation or IFlowAnonymousFunctionOperation or IMethodReferenceOperation when !IsGivenToKernel(operation) && !IsNamedToAsk(operation) =>
                new(Rules.Delegate, Spans.Of(Chosen(operation.Syntax))),
            IConversionOperation { OperatorMethod: null, Type: { IsReferenceType: true } to, Operand.Type: { IsValueType: true } from } =>
                new(Rules.Boxed, span, TypeLowering.Display(from), TypeLowering.Display(to)),
            _ => null,
        };
    }

    /// <summary>The whole of a choice of which something is one arm: the choice is the mistake, not each of its arms.</summary>
    private static SyntaxNode Chosen(SyntaxNode arm) => arm.Parent switch
    {
        ConditionalExpressionSyntax choice when choice.Condition != arm => Chosen(choice),
        SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } one when one.Expression == arm => Chosen(choice),
        ParenthesizedExpressionSyntax or CastExpressionSyntax => Chosen(arm.Parent),
        _ => arm,
    };

    /// <summary>For text that is made for a method of .NET's, such as Console.WriteLine: the call is what is wrong, whatever its text is made of.</summary>
    private UnsupportedException? LibraryCallWith(IOperation text) =>
        text.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { ReturnsVoid: true, DeclaringSyntaxReferences.IsEmpty: true } target } call }
        && context.Bindings.Function(target) is null && KernelBindings.Helper(target) is null
            ? new(Rules.UnknownApi, Spans.Of(call.Syntax), Display(target))
            : null;

    private UnsupportedException Refused(IOperation operation) =>
        Forbidden(operation) ?? (operation is ILiteralOperation { Type: { } type }
            ? Untyped(type, Spans.Of(operation.Syntax))
            : Unsupported(operation, $"'{operation.Syntax.ToString().Split('\n')[0].Trim()}'"));

    private UnsupportedException Untyped(ITypeSymbol type, SourceSpan span)
    {
        try
        {
            context.Types.Lower(type, span);
        }
        catch (UnsupportedException unsupported)
        {
            return unsupported;
        }
        return new(Rules.Unsupported, span, "This literal");
    }

    private static UnsupportedException Unsupported(IOperation operation, string what) =>
        new(Rules.Unsupported, Spans.Of(operation.Syntax), what);
}
