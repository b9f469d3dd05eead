using Scx.Compiler.Analysis.Values;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Paths;

/// <content>What the program owns: acquired by one call, released or handed over by another, exactly once on each way.</content>
internal sealed partial class PathWalker
{
    private static CallEffects EffectsOf(CallInstruction call) => call switch
    {
        CallKernel kernel => kernel.Function.Effects,
        CallHelper helper => helper.Helper.Effects,
        MapOperation operation => operation.Helper.Effects,
        AtomicOperation => CallEffects.OfInstruction,
        _ => CallEffects.None,
    };

    /// <summary>What a call does to what the program holds.</summary>
    private void Keep(CallInstruction call, Symbol? result, PathState state)
    {
        var effects = EffectsOf(call);
        if (effects.Releases is { } index)
            Release(call, state.Values[call.Arguments[index]], state);
        if (effects.FillsLast)
            Fill(call, effects, state);
        if (effects.Acquires)
            Acquire(call, OwnedBy(call), OwnedBy(call) is { } owned ? state.Values[owned] : null, state);
        if (effects.LendsUnderLock && result is not null)
            state.Lent = state.Lent.Add(result);
        if (effects.Enters is { } kind)
            EnterSection(call, kind, state);
        if (effects.Leaves is { } left)
            LeaveSection(call, left, state);
        CallBack(call, effects.CallsBack, state);
    }

    /// <summary>The value by which the program has what a call acquires; null if nothing has it.</summary>
    private static Value? OwnedBy(CallInstruction call) => EffectsOf(call).FillsLast ? call.Arguments[call.Arguments.Length - 1] : call.Result;

    private void Acquire(CallInstruction call, Value? owner, Symbol? result, PathState state)
    {
        if (result is null || !current.IsReadAfter(owner!, position.Block, position.Instruction))
        {
            // What owned something before and is given something else yields the old object.
            var rule = EffectsOf(call).Releases is null ? Rules.ReferenceDropped : Rules.OldObjectDropped;
            findings.Add(new PathFinding(call, new ScxDiagnostic(rule, call.Span, rule == Rules.ReferenceDropped ? [NameOf(call)] : []) { Related = [.. Chain()] }));
            return;
        }
        string? name = current.NameOf(owner!);
        if (name is not null)
            CheckOverwritten(call, name, state);
        state.References[result] = new Reference(call, name, calls.Count, state.Lost, state.Path);
    }

    /// <summary>A variable that owned something gets something else, and nothing names the old object any more.</summary>
    private void CheckOverwritten(CallInstruction call, string name, PathState state)
    {
        foreach (var (symbol, reference) in state.References.Select(r => (r.Key, r.Value)).ToList())
        {
            if (reference.Name != name || reference.Depth != calls.Count || state.Range(symbol).IsFalse || IsNamed(symbol, state))
                continue;
            if (state.Lost == reference.Lost)
            {
                // A variable of the loop's body is another one in each turn; what has overwritten an object from before the loop is none.
                bool outlivesTurn = findings.Contains(Rules.OwnerOverwritten, call.Span) || state.Values.Any(v => PathState.Root(v.Value) == symbol && current.Maker(v.Key) is null);
                var rule = reference.Maker.Span == call.Span && !outlivesTurn ? Rules.ReferenceLeaked : Rules.OwnerOverwritten;
                string[] arguments = rule == Rules.OwnerOverwritten ? [name] : [$"'{name}'", "the next turn of the loop begins"];
                var place = rule == Rules.ReferenceLeaked ? LoopPlaces.Continued(current.Function, call.Span, state.Path, reference.Path) : null;
                findings.Add(new PathFinding(reference.Maker, new ScxDiagnostic(rule, place ?? call.Span, [.. arguments])
                {
                    Related = [new RelatedPlace(reference.Maker.Span, "acquired here"), .. Chain()],
                }));
            }
            state.References.Remove(symbol);
        }
    }

    private bool IsNamed(Symbol symbol, PathState state) =>
        state.Values.Any(v => PathState.Root(v.Value) == symbol && current.IsReadAfter(v.Key, position.Block, position.Instruction))
        || state.Memory.Values.Any(content => PathState.Root(content) == symbol);

    private void Release(CallInstruction call, Symbol released, PathState state)
    {
        if (!state.References.Remove(released))
            return;
        // What a tree or list has got it lends to the one who gave it, as long as the lock is held.
        if (LinksObjects(call))
            state.Lent = state.Lent.Add(released);
        else
            state.Released[released] = new Loss(call.Span, LossKind.Released);
        state.LoseLent(released, call.Span);
    }

    /// <summary>Nothing may be done with what has been released.</summary>
    private bool CheckUses(Instruction instruction, PathState state)
    {
        if (state.Released.Count == 0 || instruction is Compare or Ir.Convert or Store or Select)
            return true;
        foreach (var operand in instruction.Operands)
        {
            var root = PathState.Root(state.Values[operand]);
            if (!state.Released.TryGetValue(root, out var loss) || state.Range(root).IsFalse || IsFilled(operand, instruction))
                continue;
            bool again = instruction is CallInstruction call && EffectsOf(call).Releases is { } index && call.Arguments[index] == operand;
            string name = operand.Name ?? ((root as Unknown)?.Origin.Maker as CallInstruction)?.Result?.Name ?? "The object";
            var rule = loss.Kind == LossKind.LockLeft ? Rules.LentUnderLock : loss.Kind == LossKind.RecordGone ? Rules.RecordGone
                : IsRecord(root) ? Rules.RecordUsed : again ? Rules.ReleasedTwice : Rules.UsedAfterRelease;
            findings.Add(new PathFinding((root as Unknown)?.Origin.Maker ?? (object)instruction.Span, new ScxDiagnostic(rule, instruction.Span, [name])
            {
                Related = [new RelatedPlace(loss.Place, loss.Kind == LossKind.LockLeft ? "lent while the lock taken here is held" : "released here"), .. Chain()],
            }));
            state.Released.Remove(root);
        }
        return true;
    }

    /// <summary>A place where a method is left.</summary>
    /// <param name="Span">Where a message belongs.</param>
    /// <param name="What">What happens there.</param>
    /// <param name="Result">What is returned, or null.</param>
    private readonly record struct MethodEnd(SourceSpan Span, string What, Value? Result);

    private void AtEnd(MethodEnd end, PathState state)
    {
        if (state.References.Count > 0)
            CheckReferencesLeft(end, state);
        if (!state.Sections.IsEmpty)
            CheckSectionsLeft(end, state);
    }

    private void CheckReferencesLeft(MethodEnd end, PathState state)
    {
        var returned = end.Result is { } result ? state.Values[result] : null;
        foreach (var (symbol, reference) in state.References.Select(r => (r.Key, r.Value)).ToList())
        {
            if (reference.Depth < calls.Count || state.Range(symbol).IsFalse)
                continue;
            if (calls.Count > 0 && (returned == symbol || state.Memory.Any(entry => entry.Value == symbol)))
            {
                // Now it is the caller's.
                state.References[symbol] = reference with { Depth = calls.Count - 1, Name = calls.Peek().Result?.Name };
                continue;
            }
            state.References.Remove(symbol);
            if (state.Lost == reference.Lost)
                findings.Add(new PathFinding(reference.Maker, Leak(end, reference)));
        }
    }

    /// <summary>What a map yields to be owned is a record of a stream.</summary>
    private static bool IsRecord(Instruction? maker) => maker is MapOperation;

    // What is owned and lies in the frame is a record that a dynptr is of.
    private static bool IsRecord(Symbol owned) => owned is Storage || IsRecord((owned as Unknown)?.Origin.Maker);

    private ScxDiagnostic Leak(MethodEnd end, Reference reference)
    {
        // Used within one expression and never given a name: nothing could have released it.
        if (reference is { Name: null, Maker: CallKernel { Result: { } made } } && reference.Depth == calls.Count && current.Maker(made) == reference.Maker && !current.IsKept(made))
            return new ScxDiagnostic(Rules.ReferenceDropped, reference.Maker.Span, [NameOf(reference.Maker)]) { Related = [.. Chain()] };
        string name = reference.Name is { } known ? $"'{known}'" : $"What '{NameOf(reference.Maker)}' yielded";
        return new ScxDiagnostic(IsRecord(reference.Maker) ? Rules.RecordLeft : Rules.ReferenceLeaked, end.Span, [name, end.What])
        {
            Related = [new RelatedPlace(reference.Maker.Span, "acquired here"), .. Chain()],
        };
    }

    private static string NameOf(CallInstruction call) => call switch
    {
        CallKernel kernel => kernel.Function.Name,
        CallHelper helper => helper.Helper.Name,
        MapOperation operation => $"{NullReasons.NameOf(operation)}.{operation.Method}",
        _ => "the method",
    };
}
