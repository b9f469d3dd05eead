using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

internal sealed partial class IrBuilder
{
    /// <summary>Where something is read from and written to. What it takes to get there has been computed, once.</summary>
    private abstract record Place
    {
        private Place() { }

        /// <summary>Memory.</summary>
        public sealed record Memory(Value Address) : Place;

        /// <summary>A property or indexer, with the struct it belongs to (null for the scheduler) and its index.</summary>
        public sealed record Accessors(IPropertyReferenceOperation Reference, Value? Holder, ImmutableArray<Operand> Index) : Place;
    }

    private Place PlaceOf(IOperation target)
    {
        if (target is IFlowCaptureReferenceOperation capture && capturedAccessors.TryGetValue(capture.Id, out var captured))
            return captured;
        // An initial value goes to the field, past the setter.
        if (graph.OriginalOperation is IPropertyInitializerOperation && target is IPropertyReferenceOperation initialized
            && BackingField(initialized.Property) is { } field)
        {
            return new Place.Memory(FieldOf(self!, field));
        }
        if (Resolve(target) is not IPropertyReferenceOperation property || IsPlace(property))
            return new Place.Memory(LowerAddress(target));
        var holder = property.Instance is { } instance && IsStruct(instance) ? LowerAddress(instance) : null;
        return new Place.Accessors(property, holder, [.. Ordered(property.Arguments).Select(Evaluated)]);
    }

    private Operand Evaluated(Operand operand) => operand is Operand.Expression expression ? Operand.Of(Stable(expression.Operation)) : operand;

    private Value Read(Place place)
    {
        if (place is not Place.Accessors accessors)
            return Held(((Place.Memory)place).Address);
        var type = TypeOf(accessors.Reference);
        var result = type is StructType ? builder.Slot(type) : null;
        return CallAccessor(accessors, Getter(accessors.Reference), accessors.Index, result) ?? result!;
    }

    private void Write(Place place, Value evaluated)
    {
        if (place is Place.Memory memory)
            Put(memory.Address, evaluated);
        else if (place is Place.Accessors accessors)
            CallAccessor(accessors, Setter(accessors.Reference), accessors.Index.Add(Operand.Of(evaluated)), null);
    }

    private void Write(Place place, IOperation value)
    {
        if (place is Place.Memory memory)
            AssignTo(memory.Address, value);
        else
            Write(place, Evaluate(value));
    }

    private Value? CallAccessor(Place.Accessors place, IMethodSymbol accessor, ImmutableArray<Operand> arguments, Value? result)
    {
        var reference = place.Reference;
        if (place.Holder is not { } holder)
            return LowerCall(accessor, reference.Instance, arguments, reference, result);
        accessor = Implementation(typeArguments.Of(accessor, ConstrainedType(reference) ?? Receiver(reference.Instance)), reference.Instance).Target;
        return IsOfInterface(accessor) && reference.Instance is { Type: { } on }
            ? CallMethod(accessor, () => Receiver(reference.Instance) is null ? CopyOf(holder) : holder, arguments, reference, result, typeArguments.Of(on))
            : CallMethod(accessor, () => holder, arguments, reference, result);
    }

    private static IMethodSymbol Setter(IPropertyReferenceOperation reference) =>
        reference.Property.SetMethod
        ?? throw new UnsupportedException(Rules.Unsupported, Spans.Of(reference.Syntax), $"Writing '{reference.Property.Name}', which has no setter,");

    /// <summary>Reads a variable or property, computes from it, and writes the result back; its place is worked out once.</summary>
    private (Value Before, Value After) Change(IOperation target, Func<Value, Value> compute)
    {
        var place = PlaceOf(target);
        var type = TypeOf(target);
        var before = ValueBefore(target) ?? Read(place);
        if (type is StructType)
            before = CopyOf(before);
        var after = compute(before);
        if (type is not StructType)
            after = builder.Coerce(after, type);
        Write(place, after);
        return (before, after);
    }
}
