using Scx.Compiler.Analysis.Values;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Paths;

/// <content>Slots that own objects of the kernel.</content>
internal sealed partial class PathWalker
{
    /// <summary>The verifier follows no slot whose place in its memory it does not know (check_map_kptr_access, kernel/bpf/verifier.c, 7.3).</summary>
    private void CheckSlot(Instruction instruction, PathState state)
    {
        if (SlotOf(instruction) is not { } slot)
            return;
        for (var at = state.Values[slot]; at is Part part; at = part.Whole)
        {
            if (part.Selector is not Symbol index || state.Range(index) is not { Single: null } range || !state.IsExact(index))
                continue;
            string name = (index as Unknown)?.Origin.Maker?.Result?.Name is { } known ? $"'{known}'" : "The index";
            findings.Add(new PathFinding(instruction.Span, new ScxDiagnostic(Rules.VariableSlot, instruction.Span, [name, RangeText.Of(range, index.Type)])
            {
                Related = [.. Chain()],
            }));
        }
    }

    private static Value? SlotOf(Instruction instruction) => instruction switch
    {
        KptrLoad load => load.Address,
        CallInstruction { Arguments: { Length: > 0 } arguments } when arguments[0].Type is PointerType { Target: KptrType } => arguments[0],
        _ => null,
    };
}
