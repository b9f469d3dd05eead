using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

internal sealed partial class IrBuilder
{
    private Map? MapOf(IOperation? instance)
    {
        var field = instance is null ? null : Resolve(instance) switch
        {
            IFieldReferenceOperation reference => reference.Field,
            IPropertyReferenceOperation reference => BackingField(reference.Property),
            _ => null,
        };
        return field is not null && context.Fields.Maps.TryGetValue(field, out var map) ? map : null;
    }

    /// <summary><c>map[index]</c>: an index that is in range always finds its value, so the other way is closed.</summary>
    private Value MapElement(Map map, IPropertyReferenceOperation reference)
    {
        var index = LowerValue(reference.Arguments[0].Value);
        var found = Lookup(map, Key(map, index), new InRange(index, map.MaxEntries));
        var (present, absent) = (builder.NewBlock("present"), builder.NewBlock("absent"));
        builder.Branch(IsNull(found), absent, present);
        builder.Begin(absent);
        Leave();
        builder.Begin(present);
        var type = (PointerType)found.Type;
        return builder.Emit(new Ir.Convert(found), type with { MayBeNull = false }, map.Name);
    }

    private Value Key(Map map, Value index)
    {
        var key = builder.Slot(map.Key!);
        builder.Store(key, builder.Coerce(index, map.Key!));
        return key;
    }

    private Value Lookup(Map map, Value key, params Obligation[] obligations)
    {
        var result = new Value(new PointerType(map.Value, MemorySpace.MapValue, MayBeNull: true), map.Name);
        builder.Add(new MapOperation(MapOperator.Lookup, map, [key]) { Result = result, Obligations = [.. obligations] });
        return result;
    }

    private Value LowerMapCall(Map map, IInvocationOperation invocation)
    {
        var arguments = InOrder(invocation.Arguments);
        var method = invocation.TargetMethod;
        switch (method.Name)
        {
            case "Find" when map.Kind is MapKind.Array or MapKind.PerCpuArray:
                return Lookup(map, Key(map, LowerValue(arguments[0])));
            case "Find":
                return Lookup(map, Element(arguments[0], map.Key!));
            case "TryGet":
                var found = Lookup(map, Element(arguments[0], map.Key!));
                var target = LowerAddress(arguments[1]);
                builder.Store(target, builder.Coerce(found, ((PointerType)target.Type).Target));
                return builder.Compare(Relation.NotEqual, found, builder.Emit(new NullConstant(), found.Type));
            case "Update":
                return Status(map, MapOperator.Update, Element(arguments[0], map.Key!), Element(arguments[1], map.Value), Flags(arguments[2]));
            case "Delete":
                return Status(map, MapOperator.Delete, Element(arguments[0], map.Key!));
            case "Push":
                return Status(map, MapOperator.Push, Element(arguments[0], map.Value), Flags(arguments[1]));
            case "TryPop":
                return Succeeded(Status(map, MapOperator.Pop, Element(arguments[0], map.Value)));
            case "TryPeek":
                return Succeeded(Status(map, MapOperator.Peek, Element(arguments[0], map.Value)));
            default:
                throw Unsupported(invocation, $"'{Display(method)}'");
        }
    }

    /// <summary>The address of a key or value, in memory of exactly its type.</summary>
    private Value Element(IOperation operation, IrType type)
    {
        if (type is not StructType && !IsWritten(operation))
        {
            // A copy, so that the variable itself need not lie on the stack: the verifier would lose what it knows of it, a loop's bound with it.
            var slot = builder.Slot(type);
            builder.Store(slot, builder.Coerce(LowerValue(operation), type));
            return slot;
        }
        var address = LowerAddress(operation);
        if (((PointerType)address.Type).Target != type)
            throw new InternalCompilerException(builder.Span, $"{((PointerType)address.Type).Target} where a map has {type}");
        return address;
    }

    // An out argument: the value is wanted in the variable.
    private static bool IsWritten(IOperation operation) => operation.Parent is IArgumentOperation { Parameter.RefKind: RefKind.Out };

    private Value Flags(IOperation flags) => builder.Coerce(LowerValue(flags), IrType.U64);

    private Value Status(Map map, MapOperator op, params Value[] arguments) =>
        builder.Coerce(builder.Emit(new MapOperation(op, map, [.. arguments]), IrType.S64), IrType.S32);

    private Value Succeeded(Value status) => builder.Compare(Relation.Equal, status, builder.Constant(status.Type, 0));
}
