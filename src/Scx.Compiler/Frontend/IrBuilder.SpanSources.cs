using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <content>Where spans come from: inline arrays, stackalloc, variables, constant tables and texts, other spans.</content>
internal sealed partial class IrBuilder
{
    /// <summary>The address of a span that is made here; null if the operation is no such thing.</summary>
    private Value? MadeSpan(IOperation operation, IrType type)
    {
        if (SpanTypes.Element(typeArguments.Of(operation.Type!)) is null)
            return null;
        switch (operation)
        {
            case IConversionOperation conversion when SpanTypes.Element(conversion.Operand.Type) is not null:
                return LowerAddress(conversion.Operand);
            case IConversionOperation conversion when conversion.GetConversion().IsInlineArray:
                return Stored(SpanOfInlineArray(conversion.Operand), type);
            case IConversionOperation { Operand: ICollectionExpressionOperation collection }:
                return Stored(SpanOfElements([.. collection.Elements], collection), type);
            case IConversionOperation { Operand.Type: IArrayTypeSymbol } conversion:
                return Stored(SpanOfTable(conversion.Operand), type);
            case ICollectionExpressionOperation collection:
                return Stored(SpanOfElements([.. collection.Elements], collection), type);
            case IUtf8StringOperation text:
                return Stored(SpanOfConstant(Encoding.UTF8.GetBytes(text.Value + "\0"), IrType.U8, text.Value.Length == 0 ? 0 : Encoding.UTF8.GetByteCount(text.Value)), type);
            case IObjectCreationOperation { Arguments.Length: 1 } creation when creation.Arguments[0].Parameter is { RefKind: not RefKind.None }:
                var address = LowerAddress(creation.Arguments[0].Value);
                return Stored(Whole(address, ((PointerType)address.Type).Target, 1), type);
            case IObjectCreationOperation { Arguments.IsEmpty: true }:
                return Zeroed(type);
            case IObjectCreationOperation:
                throw Unsupported(operation, "A span made of a pointer or an array");
            case IImplicitIndexerReferenceOperation { Instance: var instance, Argument: var range }:
                return Stored(Slice(LowerSpan(instance), range, instance), type);
            case IInlineArrayAccessOperation access:
                return Stored(Slice(SpanOfInlineArray(access.Instance), access.Argument, access.Instance), type);
            case { Syntax: StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax }:
                return Stored(StackAlloc(operation, type), type);
            default:
                return null;
        }
    }

    private SpanParts Whole(Value first, IrType element, int length) =>
        new(builder.Coerce(first, new PointerType(element, MemorySpace.Any)), Index(0), Index(length));

    private SpanParts SpanOfInlineArray(IOperation instance)
    {
        var holder = LowerAddress(instance);
        var pointer = (PointerType)holder.Type;
        var array = (ArrayType)((StructType)pointer.Target).Fields[0].Type;
        var elements = builder.Emit(new FieldAddress(holder, (StructType)pointer.Target, 0), new PointerType(array, pointer.Space));
        return Whole(elements, array.Element, array.Length);
    }

    private SpanParts StackAlloc(IOperation operation, IrType type)
    {
        // Roslyn has no operation of its own for it: the size comes first, then the elements.
        var parts = operation.ChildOperations.ToList();
        var span = Spans.Of(operation.Syntax);
        if (parts[0].ConstantValue is not { HasValue: true, Value: int size and > 0 })
            throw new UnsupportedException(Rules.StackAllocSize, span);
        if (leaveFrom is not null && IsInLoop())
            throw new UnsupportedException(Rules.StackAllocInLoop, span);
        var element = ((PointerType)((StructType)type).Fields[0].Type).Target;
        long bytes = (long)size * TypeSize.Of(element);
        if (bytes > ProgramStack.Size)
            throw new UnsupportedException(Rules.FrameTooLarge, span, method.Name, $"a stackalloc of {bytes} bytes");
        return Filled(element, size, [.. parts.Skip(1)]);
    }

    // In C# each turn would allocate more; here there is one slot.
    private bool IsInLoop()
    {
        var pending = new Stack<BasicBlock>([atBlock]);
        var seen = new HashSet<int>();
        while (pending.Count > 0)
        {
            var block = pending.Pop();
            foreach (var branch in new[] { block.ConditionalSuccessor, block.FallThroughSuccessor })
            {
                if (branch?.Destination is not { } destination)
                    continue;
                if (destination.Ordinal == atBlock.Ordinal)
                    return true;
                if (seen.Add(destination.Ordinal))
                    pending.Push(destination);
            }
        }
        return false;
    }

    private SpanParts Filled(IrType element, int size, ImmutableArray<IOperation> values)
    {
        var array = new ArrayType(element, size);
        var slot = builder.Slot(array);
        if (values.Length < size)
            builder.Add(new Zero(slot, array));
        for (int i = 0; i < values.Length; i++)
        {
            var place = builder.Emit(new ElementAddress(slot, Index(i), array), new PointerType(element, MemorySpace.Stack));
            AssignTo(place, values[i]);
        }
        return Whole(slot, element, size);
    }

    /// <summary><c>[a, b, c]</c>: constant memory if all are constants and no one may change them, else the stack.</summary>
    private SpanParts SpanOfElements(ImmutableArray<IOperation> elements, IOperation operation)
    {
        var element = TypeOf(SpanTypes.Element(operation.Type)!, Spans.Of(operation.Syntax));
        if (elements.IsEmpty)
            return new SpanParts(builder.Emit(new NullConstant(), new PointerType(element, MemorySpace.Any)), Index(0), Index(0));
        if (elements.Any(e => e is ISpreadOperation))
            return Spread(elements, element);
        bool readOnly = operation.Type!.MetadataNameIs("System.ReadOnlySpan`1");
        return readOnly && ConstantTables.Bytes(elements, context.Semantics, element, cancellation) is { } bytes
            ? SpanOfConstant(bytes, element, elements.Length)
            : Filled(element, elements.Length, elements);
    }

    /// <summary><c>[a, .. b]</c>, where what is spread has a length that is known now.</summary>
    private SpanParts Spread(ImmutableArray<IOperation> elements, IrType element)
    {
        var spreads = elements.Select(e => e is ISpreadOperation spread ? SpreadOf(spread) : null).ToList();
        var array = new ArrayType(element, spreads.Sum(s => s?.Length ?? 1));
        var slot = builder.Slot(array);
        int next = 0;
        Value Next() => builder.Emit(new ElementAddress(slot, Index(next++), array), new PointerType(element, MemorySpace.Stack));
        for (int i = 0; i < elements.Length; i++)
        {
            if (spreads[i] is not var (from, length))
                AssignTo(Next(), elements[i]);
            else
                for (int at = 0; at < length; at++)
                    Put(Next(), Held(ElementOf(from, Index(at))));
        }
        return Whole(slot, element, array.Length);
    }

    private (SpanParts From, int Length)? SpreadOf(ISpreadOperation spread)
    {
        var operand = spread.Operand;
        while (operand is IConversionOperation { OperatorMethod: null } conversion)
            operand = conversion.Operand;
        if (Resolve(operand) is IFieldReferenceOperation { Field: { IsStatic: true, Type: IArrayTypeSymbol } } table
            && SpanOfTable(table) is { Base: var first } && ConstantTables.Of(table.Field, context.Semantics, ((PointerType)first.Type).Target, cancellation) is { } known)
            return (SpanOfTable(table), known.Length);
        if (operand.Type is { } type && TypeLowering.InlineArrayLength(typeArguments.Of(type)) is { } length)
            return (SpanOfInlineArray(operand), length);
        throw new UnsupportedException(Rules.SpreadLength, Spans.Of(spread.Syntax), operand.Syntax.ToString());
    }

    private SpanParts SpanOfConstant(byte[] bytes, IrType element, int length)
    {
        var global = context.Texts.Of(bytes, element);
        return Whole(builder.Emit(new GlobalAddress(global), new PointerType(global.Type, MemorySpace.Global)), element, length);
    }

    /// <summary>A <c>static readonly</c> array of constants.</summary>
    private SpanParts SpanOfTable(IOperation array)
    {
        var span = Spans.Of(array.Syntax);
        array = Resolve(array);
        if (array is not IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true, Type: IArrayTypeSymbol type } field })
            throw new UnsupportedException(Rules.ManagedType, span, TypeLowering.Display(array.Type!), "use a map, an inline array, a span, or a static readonly array of constants");
        var element = TypeOf(type.ElementType, span);
        var table = ConstantTables.Of(field, context.Semantics, element, cancellation)
            ?? throw new UnsupportedException(Rules.TableNotConstant, Spans.Of(field), field.Name);
        return SpanOfConstant(table.Bytes, element, table.Length);
    }

    /// <summary>A <c>static readonly</c> field of a number or a struct that is constant; null for any other.</summary>
    private Value? StaticConstant(IFieldSymbol field, SourceSpan span)
    {
        if (field is not { IsStatic: true, IsReadOnly: true, Type.IsValueType: true })
            return null;
        var type = TypeOf(field.Type, span);
        if (ConstantTables.OfValue(field, context.Semantics, type, cancellation) is not { } bytes)
            return null;
        var global = context.Texts.Of(bytes, type);
        var array = builder.Emit(new GlobalAddress(global), new PointerType(global.Type, MemorySpace.Global));
        return builder.Emit(new ElementAddress(array, Index(0), (ArrayType)global.Type), new PointerType(type, MemorySpace.Global), field.Name);
    }

    /// <summary>Whether something is assigned, or handed to what may assign it.</summary>
    private bool IsChanged(IOperation place) => place.Parent switch
    {
        IFlowCaptureOperation capture => placeCaptures.Contains(capture.Id),
        ISimpleAssignmentOperation { IsRef: true, Target: ILocalReferenceOperation { Local.RefKind: RefKind.RefReadOnly } } => false,
        IAssignmentOperation assignment => assignment.Target == place || assignment is ISimpleAssignmentOperation { IsRef: true },
        IIncrementOrDecrementOperation => true,
        IArgumentOperation argument => argument.Parameter is { RefKind: RefKind.Ref or RefKind.Out },
        IFieldReferenceOperation field => field.Instance == place && IsChanged(field),
        IPropertyReferenceOperation property => property.Instance == place && (property.Property.GetMethod is not { IsReadOnly: true } || IsChanged(property)),
        IInvocationOperation call => call.Instance == place && call.TargetMethod is { IsReadOnly: false, ContainingType.IsReadOnly: false },
        _ => false,
    };

    /// <summary>An element of such an array.</summary>
    private Value TableElement(IArrayElementReferenceOperation reference)
    {
        if (reference.Indices.Length != 1)
            throw new UnsupportedException(Rules.ManagedType, Spans.Of(reference.Syntax), TypeLowering.Display(reference.ArrayReference.Type!), "use an inline array");
        if (IsChanged(reference))
            throw new UnsupportedException(Rules.TableChanged, Spans.Of(reference.Syntax), reference.ArrayReference.Syntax.ToString());
        var (index, table) = (reference.Indices[0], SpanOfTable(reference.ArrayReference));
        if (index.Type is { } type && type.MetadataNameIs("System.Range"))
            throw new UnsupportedException(Rules.HeapObject, Spans.Of(reference.Syntax), TypeLowering.Display(reference.Type!));
        return IsIndex(index)
            ? ElementAt(table, Endpoint(index, LengthOf(table)), IsConstant(index), reference.ArrayReference)
            : ElementAt(table, LowerValue(index), index.ConstantValue.HasValue, reference.ArrayReference);
    }
}
