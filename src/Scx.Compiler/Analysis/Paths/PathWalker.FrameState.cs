using Scx.Compiler.Analysis.Values;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Paths;

/// <content>State of the kernel's that lies in the frame: dynptrs.</content>
internal sealed partial class PathWalker
{
    /// <summary>A call makes state anew where there may have been some before: in a loop, of the turn before.</summary>
    private void Fill(CallInstruction call, CallEffects effects, PathState state)
    {
        var filled = state.Values[call.Arguments[call.Arguments.Length - 1]];
        if (state.References.TryGetValue(filled, out var before))
        {
            string name = before.Name is { } known ? $"'{known}'" : $"What '{NameOf(before.Maker)}' yielded";
            if (state.Lost == before.Lost)
            {
                findings.Add(new PathFinding(before.Maker, new ScxDiagnostic(Rules.RecordLeft, call.Span, [name, "the next turn of the loop begins"])
                {
                    Related = [new RelatedPlace(before.Maker.Span, "acquired here"), .. Chain()],
                }));
            }
            state.References.Remove(filled);
        }
        state.Released.Remove(filled);
        state.Memory[filled] = new Unknown(((PointerType)filled.Type).Target, new Origin(call, call.Span))
        {
            Lender = effects.LendsFromFirst ? state.LenderOf(state.Values[call.Arguments[0]]) : null,
        };
    }

    /// <summary>Whether an operand is where an instruction makes such state, whatever was there before.</summary>
    private static bool IsFilled(Value operand, Instruction instruction) =>
        instruction is CallInstruction call && EffectsOf(call).FillsLast && call.Arguments[call.Arguments.Length - 1] == operand;
}
