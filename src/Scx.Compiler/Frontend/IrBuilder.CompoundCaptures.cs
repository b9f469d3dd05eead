using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <content>
/// <c>x op= y</c> takes x before it computes y (C# specification, compound assignment). Where y branches, Roslyn's graph captures the place of x
/// first and reads it at the end only, when y may have changed it; so its value is kept along with its place.
/// </content>
internal sealed partial class IrBuilder
{
    private readonly HashSet<CaptureId> compoundCaptures = [];
    private readonly Dictionary<CaptureId, Value> valuesBefore = [];

    private static bool IsCompoundTarget(IFlowCaptureReferenceOperation reference) =>
        reference.Parent is ICompoundAssignmentOperation compound && compound.Target == reference;

    private void KeepValueBefore(CaptureId capture, Value address)
    {
        var type = ((PointerType)address.Type).Target;
        if (!compoundCaptures.Contains(capture) || type is not (IntType or BoolType or StructType))
            return;
        if (!valuesBefore.TryGetValue(capture, out var slot))
            valuesBefore.Add(capture, slot = builder.Slot(type));
        Put(slot, Held(address));
    }

    /// <summary>What a compound assignment computes from, if its right side branches.</summary>
    private Value? ValueBefore(IOperation target) =>
        target is IFlowCaptureReferenceOperation capture && valuesBefore.TryGetValue(capture.Id, out var slot) ? Held(slot) : null;
}
