using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

internal sealed partial class IrBuilder
{
    // Which map an address is of, as long as that is known.
    private readonly Dictionary<Value, Map> knownMaps = [];

    /// <summary>The field's map as a value, or null if it is no map.</summary>
    private Value? MapValue(IFieldSymbol field)
    {
        if (!context.Fields.Maps.TryGetValue(field, out var map))
            return null;
        var address = builder.Emit(new MapAddress(map), new PointerType(map.Type, MemorySpace.Map), map.Name);
        knownMaps.Add(address, map);
        return address;
    }

    /// <summary>A map that a kernel function is given.</summary>
    private Value MapArgument(IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } conversion)
            operation = conversion.Operand;
        return LowerValue(Resolve(operation));
    }

    /// <summary>A call of a map's method; null if it yields nothing.</summary>
    private Value? LowerMapCall(MapHelper operation, IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        var map = Follow(LowerValue(Resolve(invocation.Instance!)));
        int copies = copiedIn.Count;
        var (arguments, found) = MapArguments(map, method.Parameters, InOrder(invocation.Arguments));
        if (context.Types.FrameState(method.ReturnType) is { } state)
            return Reserved(operation, map, arguments, state, method.Name);
        var kind = MapResult(map, method);
        if (operation.ImpliesKey)
            arguments = arguments.Insert(0, Key(builder.Constant(KeyOf(map), 0), KeyOf(map)).Address);
        if (operation.PassesSize)
            arguments = arguments.Insert(0, builder.Constant(IrType.U64, TypeSize.Of(((PointerType)kind).Target)));
        var result = Operate(operation, map, arguments, kind, method.Name);
        CopyBack(copies);
        if (operation.PassesSize)
            ClearUnlessNull(result);
        if (found is not null)
        {
            builder.Store(found, builder.Coerce(result, ((PointerType)found.Type).Target));
            return builder.Compare(Relation.NotEqual, result, builder.Emit(new NullConstant(), result.Type));
        }
        return method.ReturnType.SpecialType switch
        {
            SpecialType.System_Void => null,
            SpecialType.System_Boolean => builder.Compare(Relation.Equal, result, builder.Constant(result.Type, 0)),
            // Whatever C# says of a type argument, nothing may have been found.
            _ => result.Type is PointerType ? result : builder.Coerce(result, TypeOf(method.ReturnType, builder.Span)),
        };
    }

    /// <summary>Room in a stream, which the helper describes in this frame.</summary>
    private Value Reserved(MapHelper operation, Value map, ImmutableArray<Value> arguments, StructType state, string method)
    {
        var slot = builder.Slot(state);
        Operate(operation with { FixedArguments = [] }, map, [.. arguments, .. operation.FixedArguments.Select(n => builder.Constant(IrType.U64, n)), slot], IrType.S64, method);
        return slot;
    }

    /// <summary><c>map[index]</c>, <c>variable.Value</c>: an index that is in range always finds its value, so the other way is closed.</summary>
    private Value MapElement(MapHelper operation, IPropertyReferenceOperation reference)
    {
        var map = Follow(LowerValue(Resolve(reference.Instance!)));
        var type = KeyOf(map);
        var (key, index) = operation.ImpliesKey ? Key(builder.Constant(type, 0), type) : Key(reference.Arguments[0].Value, type);
        var obligation = knownMaps.TryGetValue(map, out var known) ? new InRange(index, known.MaxEntries) : null;
        var found = Operate(operation, map, [key], FoundIn(map), "this[]", obligation);
        var (present, absent) = (builder.NewBlock("present"), builder.NewBlock("absent"));
        builder.Branch(IsNull(found), absent, present);
        builder.Begin(absent);
        Leave();
        builder.Begin(present);
        return builder.Emit(new Ir.Convert(found), (PointerType)found.Type with { MayBeNull = false }, map.Name);
    }

    /// <summary>What the helper gets beside the map, and where what it finds goes if that is an argument.</summary>
    private (ImmutableArray<Value> Values, Value? Found) MapArguments(
        Value map, ImmutableArray<IParameterSymbol> parameters, ImmutableArray<IOperation> arguments)
    {
        var values = ImmutableArray.CreateBuilder<Value>();
        Value? found = null;
        for (int i = 0; i < parameters.Length; i++)
        {
            var parameter = parameters[i];
            if (IsKernelCallback(parameter.Type))
                values.Add(CallbackAddress(arguments[i], parameter.Type));
            else if (parameter.OriginalDefinition.Attribute(KnownSymbols.OnStackAttribute) is not null)
                values.Add(SharedInFrame(LowerAddress(arguments[i])));
            else if (parameter.RefKind == RefKind.Out && parameter.Type.MetadataNameIs(KnownSymbols.Ref))
                found = LowerAddress(arguments[i]);
            else if (MapBindings.ByAddress(parameter))
                values.AddRange(WithSize(Element(arguments[i], parameter, map), parameter));
            else
                values.Add(Argument(Operand.Of(arguments[i]), TypeOf(parameter.Type, builder.Span)));
        }
        return (values.ToImmutable(), found);
    }

    private IEnumerable<Value> WithSize(Value address, IParameterSymbol parameter) =>
        parameter.OriginalDefinition.Attribute(KnownSymbols.WithSizeAttribute) is null
            ? [address]
            : [address, builder.Constant(IrType.U64, TypeSize.Of(((PointerType)address.Type).Target))];

    private static PointerType FoundIn(Value map)
    {
        var value = ((MapType)((PointerType)map.Type).Target).Value!;
        return value is PointerType inner ? inner with { MayBeNull = true } : new PointerType(value, MemorySpace.MapValue, MayBeNull: true);
    }

    /// <summary>What the helper itself yields: a pointer, or a number.</summary>
    private IrType MapResult(Value map, IMethodSymbol method)
    {
        if (method.Parameters.Any(p => p.RefKind == RefKind.Out && p.Type.MetadataNameIs(KnownSymbols.Ref)))
            return FoundIn(map);
        return TypeOf(method.ReturnType, builder.Span) is PointerType pointer ? pointer with { MayBeNull = true } : IrType.S64;
    }

    private Value Operate(MapHelper operation, Value map, ImmutableArray<Value> arguments, IrType result, string method, params InRange?[] obligations)
    {
        var values = ImmutableArray.CreateBuilder<Value>();
        values.Add(map);
        values.AddRange(arguments);
        foreach (long number in operation.FixedArguments)
            values.Add(builder.Constant(IrType.U64, number));
        // What is owned goes by the variable that owns it.
        var value = new Value(result, operation.Helper.Effects.Acquires ? null : map.Name);
        builder.Add(new MapOperation(operation.Helper, values.ToImmutable())
        {
            Result = value,
            Method = method,
            Map = knownMaps.TryGetValue(map, out var known) ? known : null,
            ImpliesKey = operation.ImpliesKey,
            Obligations = [.. obligations.OfType<Obligation>()],
        });
        return value;
    }

    private static IrType KeyOf(Value map) => ((MapType)((PointerType)map.Type).Target).Key!;

    private (Value Address, Value Index) Key(IOperation operation, IrType type) => Key(LowerValue(operation), type);

    private (Value Address, Value Index) Key(Value index, IrType type)
    {
        var slot = builder.Slot(type);
        builder.Store(slot, builder.Coerce(index, type));
        return (slot, index);
    }

    /// <summary>The address of a key or value, in memory of exactly its type.</summary>
    private Value Element(IOperation operation, IParameterSymbol parameter, Value map)
    {
        var type = TypeOf(parameter.Type, builder.Span);
        if (parameter.RefKind == RefKind.None)
            type = KeyOf(map);
        // A copy of a number, so that the variable itself need not lie on the stack: the verifier would lose what it knows of it, a loop's bound with it.
        if (type is not StructType && parameter.RefKind is RefKind.None or RefKind.In)
            return Key(operation, type).Address;
        var address = LowerAddress(operation);
        if (((PointerType)address.Type).Target != type)
            throw new InternalCompilerException(builder.Span, $"{((PointerType)address.Type).Target} where a map has {type}");
        return address;
    }
}
