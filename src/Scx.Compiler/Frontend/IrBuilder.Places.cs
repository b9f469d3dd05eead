using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

internal sealed partial class IrBuilder
{
    /// <summary>The address of a variable; for a struct that a computation yields, of a temporary that holds it.</summary>
    private Value LowerAddress(IOperation operation)
    {
        var outer = builder.Span;
        builder.Span = Spans.Of(operation.Syntax);
        var address = AddressOf(operation);
        builder.Span = outer;
        return address;
    }

    private Value AddressOf(IOperation operation)
    {
        switch (operation)
        {
            case IParenthesizedOperation parenthesized:
                return LowerAddress(parenthesized.Operand);
            case IDeclarationExpressionOperation declaration:
                return LowerAddress(declaration.Expression);
            case IDiscardOperation discard:
                return builder.Slot(TypeOf(discard));
            case ILocalReferenceOperation local:
                return Local(local);
            case IParameterReferenceOperation { Parameter: var parameter }:
                return Parameter(parameter, Spans.Of(operation.Syntax));
            case IInstanceReferenceOperation when self is not null:
                return self;
            case IFlowCaptureReferenceOperation capture:
                return CapturedAddress(capture);
            case IFieldReferenceOperation field when context.Bindings.EnumValue(field.Field) is null:
                return Field(field);
            case IInlineArrayAccessOperation { Argument.Type.SpecialType: SpecialType.System_Int32 } access:
                return InlineElement(access);
            case IArrayElementReferenceOperation reference:
                return TableElement(reference);
            case IPropertyReferenceOperation or IImplicitIndexerReferenceOperation or IInlineArrayAccessOperation when SpanElement(operation) is { } element:
                return element;
            case IPropertyReferenceOperation property when IsPlace(property):
                return PropertyAddress(property);
            case IInvocationOperation { TargetMethod: { ReturnsByRef: true } or { ReturnsByRefReadonly: true } } invocation:
                return LowerInvocation(invocation, null)!;
            case ISimpleAssignmentOperation assignment:
                return assignment.IsRef || !IsStruct(assignment) ? Assigned(assignment) : LowerAssigned(assignment);
            default:
                return Temporary(operation);
        }
    }

    private Value Assigned(ISimpleAssignmentOperation assignment)
    {
        LowerAssignment(assignment);
        return LowerAddress(assignment.Target);
    }

    private Value Local(ILocalReferenceOperation reference) => Local(reference.Local, Spans.Of(reference.Syntax));

    /// <summary>The address of a variable that a local function called from here uses.</summary>
    private Value VariableAddress(ISymbol variable) =>
        variable is ILocalSymbol local ? Local(local, builder.Span) : Parameter((IParameterSymbol)variable, builder.Span);

    private Value Parameter(IParameterSymbol parameter, SourceSpan span)
    {
        if (variables.TryGetValue(parameter.OriginalDefinition, out var slot))
            return slot;
        // The scheduler's own constructor has had its error.
        if (parameter.ContainingType.Equals(context.Model.Class, SymbolEqualityComparer.Default))
            throw UnsupportedException.AlreadyReported(span);
        // The text of an extension block names the block's parameters; the method made of it has its own, of the same names.
        if (method.Parameters.FirstOrDefault(p => p.Name == parameter.Name) is { } own && variables.TryGetValue(own.OriginalDefinition, out slot))
            return slot;
        if (self is null)
            throw new UnsupportedException(Rules.Unsupported, span, $"The parameter '{parameter.Name}'");
        // What a member of a struct uses of its primary constructor lives on in the struct.
        return FieldNamed(self, TypeLowering.CapturedName(parameter.Name));
    }

    private Value Local(ILocalSymbol local, SourceSpan span)
    {
        if (!variables.TryGetValue(local, out var slot))
        {
            var type = TypeOf(local.Type, span);
            if (type is KptrType or StructType { IsKernelState: true })
                throw new UnsupportedException(Rules.KernelStateVariable, span, local.Name, $"a '{TypeLowering.Display(local.Type)}', which the kernel keeps only in a map's value or a field of the scheduler: use it there, by 'ref' if it needs a name");
            variables.Add(local, slot = builder.Slot(type, local.Name));
        }
        return local.IsRef && ((PointerType)slot.Type).Target is PointerType ? builder.Load(slot) : slot;
    }

    private Value Field(IFieldReferenceOperation reference) => Field(reference.Field, reference.Instance, Spans.Of(reference.Syntax));

    private Value Field(IFieldSymbol field, IOperation? instance, SourceSpan span)
    {
        string name = field.AssociatedSymbol?.Name ?? field.Name;
        if (context.Fields.Globals.TryGetValue(field, out var global))
            return builder.Emit(new GlobalAddress(global), new PointerType(global.Type, MemorySpace.Global), global.Name);
        if (context.Fields.Maps.ContainsKey(field))
            throw new UnsupportedException(Rules.Unsupported, span, $"The map '{name}' as a value");
        if (StaticConstant(field, span) is { } constant)
            return constant;
        if (field.IsStatic || instance is null)
            throw new UnsupportedException(Rules.StaticField, field.Locations.Any(l => l.IsInSource) ? Spans.Of(field) : span, name);
        if (context.Fields.Refused.Contains(field))
            throw UnsupportedException.AlreadyReported(span);
        if (TypeLowering.IsAllocated(field.ContainingType))
            return FieldOf(Follow(LowerValue(instance)), field);
        if (!field.ContainingType.IsValueType)
            throw new UnsupportedException(Rules.Unsupported, span, $"The field '{name}' of a class");
        return FieldOf(LowerAddress(instance), field);
    }

    private Value FieldOf(Value address, IFieldSymbol field)
    {
        var place = FieldNamed(address, TypeLowering.FieldName(field));
        return field.RefKind == RefKind.None ? place : builder.Load(place);
    }

    /// <summary>
    /// An element of an inline array. .NET throws where the index is out of range; here the method is left, since the verifier would let the access
    /// reach whatever lies behind the array in the same object.
    /// </summary>
    private Value InlineElement(IInlineArrayAccessOperation access)
    {
        var holder = LowerAddress(access.Instance);
        var (space, structure) = (((PointerType)holder.Type).Space, (StructType)((PointerType)holder.Type).Target);
        var array = (ArrayType)structure.Fields[0].Type;
        var elements = builder.Emit(new FieldAddress(holder, structure, 0), new PointerType(array, space));
        var index = LowerValue(access.Argument);
        if (!access.Argument.ConstantValue.HasValue)
            index = RequireInRange(index, array.Length, access.Instance.Syntax.ToString());
        return builder.Emit(new ElementAddress(elements, index, array), new PointerType(array.Element, space));
    }

    /// <summary>The index once it is known to be in range: that value and no other is to be used, or the verifier does not see what was compared.</summary>
    private Value RequireInRange(Value index, int length, string array)
    {
        // As an unsigned number a negative index is out of range too.
        var unsigned = new Value(IrType.U32, index.Name);
        builder.Add(new Ir.Convert(index) { Result = unsigned, Obligations = [new InRange(index, length) { Array = array }] });
        var used = builder.Emit(new Opaque(builder.Coerce(unsigned, IrType.U64)), IrType.U64, index.Name);
        var (inside, outside) = (builder.NewBlock("inside"), builder.NewBlock("outside"));
        builder.Branch(builder.Compare(Relation.Less, used, builder.Constant(IrType.U64, length)), inside, outside);
        builder.Begin(outside);
        Leave();
        builder.Begin(inside);
        return used;
    }

    private Value Temporary(IOperation operation)
    {
        var type = TypeOf(operation);
        if (type is not StructType)
            return Spilled(LowerValue(operation));
        if (operation.ConstantValue is { HasValue: true, Value: null })
            return Zeroed(type);
        if (MadeSpan(operation, type) is { } span)
            return span;
        switch (operation)
        {
            case IConversionOperation conversion:
                return LowerConversion(conversion);
            case IDefaultValueOperation:
                return Zeroed(type);
            case IObjectCreationOperation creation:
                return LowerCreation(creation, type);
            case ITypeParameterObjectCreationOperation creation:
                return LowerCreation(creation, type);
            case ITupleOperation tuple:
                return LowerTuple(tuple, type);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } hat:
                return MakeIndex(hat, type);
            case IRangeOperation range:
                return MakeRange(range, type);
            case IInvocationOperation invocation:
                return LowerInvocation(invocation, builder.Slot(type))!;
            case IBinaryOperation binary:
                return LowerBinary(binary);
            case IUnaryOperation unary:
                return LowerUnary(unary);
            case ICompoundAssignmentOperation compound:
                return LowerCompound(compound);
            case IIncrementOrDecrementOperation increment:
                return LowerIncrement(increment);
            case IDeconstructionAssignmentOperation deconstruction:
                return LowerDeconstruction(deconstruction);
            case IPropertyReferenceOperation property:
                return LowerProperty(property);
            default:
                throw Refused(operation);
        }
    }

    private Value LowerCreation(IObjectCreationOperation creation, IrType type)
    {
        var slot = Zeroed(type);
        // Without a constructor of its own, a struct is all zeros.
        if (creation.Constructor is { IsImplicitlyDeclared: false } constructor)
            CallOn(slot, constructor, creation.Arguments);
        return slot;
    }

    /// <summary><c>new T()</c>.</summary>
    private Value LowerCreation(ITypeParameterObjectCreationOperation creation, IrType type)
    {
        var slot = Zeroed(type);
        var made = (INamedTypeSymbol)typeArguments.Of(creation.Type!);
        if (made.InstanceConstructors.FirstOrDefault(c => c.Parameters.IsEmpty && !c.IsImplicitlyDeclared) is { } constructor)
            CallOn(slot, constructor, []);
        return slot;
    }
}
