using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

internal sealed partial class IrBuilder
{
    // A capture is a place if something is later assigned through it, else a value.
    private readonly HashSet<CaptureId> placeCaptures = [];

    // Made in more than one place: what they stand for depends on the way taken.
    private readonly HashSet<CaptureId> joiningCaptures = [];
    private readonly Dictionary<CaptureId, Value> capturedPlaces = [];
    private readonly Dictionary<CaptureId, Value> capturedValues = [];
    private readonly Dictionary<CaptureId, IOperation> capturedObjects = [];
    private readonly Dictionary<CaptureId, Place.Accessors> capturedAccessors = [];

    // Each graph counts its own.
    private void ForgetCaptures()
    {
        placeCaptures.Clear();
        capturedPlaces.Clear();
        capturedValues.Clear();
        capturedObjects.Clear();
        capturedAccessors.Clear();
        compoundCaptures.Clear();
        valuesBefore.Clear();
        poisonedCaptures.Clear();
        messages.Clear();
        tableEnumerators.Clear();
        disposedTables.Clear();
    }

    private void FindPlaceCaptures()
    {
        var captured = new HashSet<CaptureId>();
        var references = new List<IFlowCaptureReferenceOperation>();
        foreach (var block in graph.Blocks)
        {
            foreach (var capture in block.Operations.OfType<IFlowCaptureOperation>().Where(c => !captured.Add(c.Id)))
                joiningCaptures.Add(capture.Id);
            IEnumerable<IOperation> operations = block.BranchValue is { } value ? block.Operations.Append(value) : block.Operations;
            references.AddRange(operations.SelectMany(o => o.DescendantsAndSelf()).OfType<IFlowCaptureReferenceOperation>());
        }
        // return ref (c ? ref a : ref b)
        if (method.ReturnsByRef || method.ReturnsByRefReadonly)
            placeCaptures.UnionWith(graph.Blocks.Select(b => b.BranchValue).OfType<IFlowCaptureReferenceOperation>().Select(r => r.Id));
        compoundCaptures.UnionWith(references.Where(IsCompoundTarget).Select(r => r.Id));
        // One place may be reached through another, which is captured before it.
        while (references.Any(r => IsTarget(r) && placeCaptures.Add(r.Id))) { }
    }

    private bool IsTarget(IOperation operation) => operation.Parent switch
    {
        IFlowCaptureOperation capture => placeCaptures.Contains(capture.Id),
        IAssignmentOperation assignment => assignment.Target == operation || assignment is ISimpleAssignmentOperation simple && (simple.IsRef || IsReferenceInitializer(simple)),
        IIncrementOrDecrementOperation => true,
        ITupleOperation tuple => IsTakenApartInto(tuple),
        IArgumentOperation argument => argument.Parameter is { RefKind: not RefKind.None },
        // A struct reached through the capture: its fields are assigned, or a method called on it.
        IInlineArrayAccessOperation access => access.Instance == operation && IsTarget(access),
        IFieldReferenceOperation field => field.Instance == operation && field.Field.ContainingType.IsValueType && IsTarget(field),
        IPropertyReferenceOperation property => property.Instance == operation && MayChange(property.Property.ContainingType, property.Property.IsReadOnly),
        IInvocationOperation call => call.Instance == operation && MayChange(call.TargetMethod.ContainingType, call.TargetMethod.IsReadOnly),
        _ => false,
    };

    /// <summary>Whether a tuple is where a deconstruction puts things, not what it takes.</summary>
    private static bool IsTakenApartInto(ITupleOperation tuple) => tuple.Parent switch
    {
        IDeconstructionAssignmentOperation deconstruction => deconstruction.Target == tuple,
        ITupleOperation outer => IsTakenApartInto(outer),
        _ => false,
    };

    private static bool MayChange(INamedTypeSymbol holder, bool isReadOnly) =>
        holder is { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T } && !isReadOnly;

    // The members that "s with { … }" names are those of a copy.
    private static bool IsCopied(IOperation value)
    {
        SyntaxNode syntax = value.Syntax;
        while (syntax.Parent is ParenthesizedExpressionSyntax parenthesized)
            syntax = parenthesized;
        return syntax.Parent is WithExpressionSyntax with && with.Expression == syntax;
    }

    private void LowerCapture(IFlowCaptureOperation capture)
    {
        var value = capture.Value;
        if (IsKernelIterator(value.Type))
        {
            CaptureIterator(capture);
        }
        else if (CaptureTableEnumerator(capture))
        {
            return;
        }
        else if (IsMessage(value.Type))
        {
            CaptureMessage(capture);
        }
        else if (IsStaticallyKnown(value) && !joiningCaptures.Contains(capture.Id))
        {
            capturedObjects[capture.Id] = value;
        }
        else if (placeCaptures.Contains(capture.Id) && IsVariable(value) && !IsCopied(value) && !IsScope(value))
        {
            // Worked out once: an index may change what it is computed from.
            var captured = PlaceOf(value);
            if (captured is Place.Accessors accessors)
            {
                capturedAccessors[capture.Id] = accessors;
                return;
            }
            // The places may differ by the way taken (c ? ref a : ref b), so the address is kept in a variable.
            var address = ((Place.Memory)captured).Address;
            if (!capturedPlaces.TryGetValue(capture.Id, out var place))
                capturedPlaces.Add(capture.Id, place = builder.Slot(address.Type, address.Name));
            builder.Store(place, builder.Coerce(address, ((PointerType)place.Type).Target));
            KeepValueBefore(capture.Id, address);
        }
        else
        {
            if (!capturedValues.TryGetValue(capture.Id, out var slot))
                capturedValues.Add(capture.Id, slot = builder.Slot(CapturedType(value)));
            AssignTo(slot, value);
        }
    }

    private IrType CapturedType(IOperation value)
    {
        var type = TypeOf(value);
        // Where two ways meet in one capture, one of them may be null.
        return type is PointerType pointer ? pointer with { MayBeNull = true } : type;
    }

    /// <summary>The scheduler itself, or a map of its: known by name, with nothing to compute.</summary>
    private bool IsStaticallyKnown(IOperation value) => value switch
    {
        IInstanceReferenceOperation instance => instance.Type is { IsReferenceType: true },
        IFieldReferenceOperation { Field: { IsStatic: true, Type: IArrayTypeSymbol } } => true,
        IFieldReferenceOperation field => context.Fields.Maps.ContainsKey(field.Field) || context.Fields.Arrays.ContainsKey(field.Field),
        _ => false,
    };

    /// <summary>The operation that a capture of something statically known stands for; any other operation itself.</summary>
    private IOperation Resolve(IOperation operation) =>
        operation is IFlowCaptureReferenceOperation capture && capturedObjects.TryGetValue(capture.Id, out var known) ? known : operation;

    private Value CapturedAddress(IFlowCaptureReferenceOperation reference)
    {
        if (capturedPlaces.TryGetValue(reference.Id, out var place))
            return builder.Load(place);
        if (capturedValues.TryGetValue(reference.Id, out var value))
            return value;
        if (capturedAccessors.TryGetValue(reference.Id, out var accessors))
            return Read(accessors) is var read && IsStruct(reference) ? read : Spilled(read);
        throw new InternalCompilerException(Spans.Of(reference.Syntax), "capture is used before it is made");
    }
}
