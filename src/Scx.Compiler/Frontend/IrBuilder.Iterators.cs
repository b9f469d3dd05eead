using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <content>The kernel's open-coded iterators: ref structs whose state the kernel fills in, which therefore never moves.</content>
internal sealed partial class IrBuilder
{
    // Where the pointer that a state's iterator gave last is kept.
    private readonly Dictionary<Value, Value> iteratorElements = [];

    private static bool IsKernelIterator(ITypeSymbol? type) => type?.Attribute(KnownSymbols.KernelIteratorAttribute) is not null;

    /// <summary>The iterator that <c>foreach</c> goes through: one there is already, or a new one in a slot of the capture's own.</summary>
    private void CaptureIterator(IFlowCaptureOperation capture)
    {
        var value = WithoutEnumeratorCall(capture.Value);
        if (value is ILocalReferenceOperation or IParameterReferenceOperation or IFlowCaptureReferenceOperation)
        {
            capturedValues[capture.Id] = LowerAddress(value);
            return;
        }
        if (!capturedValues.TryGetValue(capture.Id, out var slot))
            capturedValues.Add(capture.Id, slot = builder.Slot(TypeOf(value)));
        StartIterator(slot, value);
    }

    private static IOperation WithoutEnumeratorCall(IOperation operation) => operation switch
    {
        IConversionOperation { OperatorMethod: null } conversion => WithoutEnumeratorCall(conversion.Operand),
        IParenthesizedOperation parenthesized => WithoutEnumeratorCall(parenthesized.Operand),
        IInvocationOperation { TargetMethod.Name: "GetEnumerator", Instance: { Type: { } type } instance } when IsKernelIterator(type) =>
            WithoutEnumeratorCall(instance),
        _ => operation,
    };

    private void StartIterator(Value state, IOperation value)
    {
        value = WithoutEnumeratorCall(value);
        if (value is not IInvocationOperation invocation)
            throw Unsupported(value, "An iterator that is not made by a call");
        builder.Span = Spans.Of(invocation.Syntax);
        if (context.Bindings.Function(invocation.TargetMethod) is not { } function)
        {
            // A method of the scheduler's or the library's, which starts it where the caller has its state.
            LowerInvocation(invocation, state);
            return;
        }
        var method = invocation.TargetMethod;
        ImmutableArray<Value> holder = method.IsStatic ? [] : [Follow(LowerValue(invocation.Instance!))];
        builder.Add(new CallKernel(function, [state, .. holder, .. KernelArguments(method, Ordered(invocation.Arguments))]));
    }

    private Value? CallIterator(KernelFunction function, IMethodSymbol target, IOperation instance, ImmutableArray<Operand> arguments)
    {
        var state = LowerAddress(instance);
        ImmutableArray<Value> values = [state, .. KernelArguments(target, arguments)];
        if (target.Name != "MoveNext")
            return Emit(new CallKernel(function, values), context.Types.Lower(target.ReturnType, builder.Span));
        var place = ElementOf(state, target.ContainingType);
        var element = builder.Emit(new CallKernel(function, values), ((PointerType)place.Type).Target);
        builder.Store(place, element);
        return builder.Compare(Relation.NotEqual, element, builder.Emit(new NullConstant(), element.Type));
    }

    private Value? Emit(CallInstruction call, IrType type)
    {
        if (type is not VoidType)
            return builder.Emit(call, type);
        builder.Add(call);
        return null;
    }

    private Value ElementOf(Value state, INamedTypeSymbol iterator)
    {
        if (iteratorElements.TryGetValue(state, out var place))
            return place;
        var element = context.Types.Lower(iterator.GetMembers("Current").OfType<IPropertySymbol>().First().Type, builder.Span);
        var pointer = element is PointerType known ? known with { MayBeNull = true } : new PointerType(element, MemorySpace.Any, MayBeNull: true);
        place = builder.Slot(pointer, "Current");
        iteratorElements.Add(state, place);
        return place;
    }

    private static bool IsIteratorElement(IPropertyReferenceOperation property) =>
        property.Property.Name == "Current" && IsKernelIterator(property.Property.ContainingType);

    /// <summary>What the iterator is at: the object that the kernel lent, or the number that its pointer leads to.</summary>
    private Value IteratorElement(IPropertyReferenceOperation property)
    {
        var pointer = Follow(builder.Load(ElementOf(LowerAddress(property.Instance!), property.Property.ContainingType)));
        return TypeOf(property) is PointerType type ? builder.Coerce(pointer, type) : builder.Emit(new Load(pointer), ((PointerType)pointer.Type).Target);
    }
}
