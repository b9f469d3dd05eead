using System.Globalization;
using Scx.Compiler.Analysis.Values;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Paths;

internal sealed partial class PathWalker
{
    /// <summary>What must hold here. What does not is reported once and taken to hold from there on; false if nothing can go on.</summary>
    private bool Check(Instruction instruction, PathState state)
    {
        foreach (var obligation in instruction.Obligations)
        {
            bool goesOn = obligation switch
            {
                NonNull nonNull => CheckNotNull(instruction, nonNull, state),
                InRange inRange => CheckInRange(instruction, inRange, state),
                InSpan inSpan => CheckInSpan(instruction, inSpan, state),
                _ => true,
            };
            if (!goesOn)
                return false;
        }
        CheckSlot(instruction, state);
        CheckWritten(instruction, state);
        return CheckFollowed(instruction, state) && CheckUses(instruction, state) && (instruction is not CallInstruction call || CheckCall(call, state));
    }

    /// <summary>What C# takes not to be null since the source says so (<c>!</c>), or since it does not know what has become of an object, the kernel does not.</summary>
    private bool CheckFollowed(Instruction instruction, PathState state)
    {
        if (Followed(instruction) is { } followed)
            return CheckFollowed(instruction, followed, state);
        if (instruction is not (CallKernel or CallHelper or MapOperation))
            return true;
        foreach (var argument in ((CallInstruction)instruction).Arguments)
        {
            if (!CheckFollowed(instruction, argument, state))
                return false;
        }
        return true;
    }

    private bool CheckFollowed(Instruction instruction, Value pointer, PathState state) =>
        pointer.Type is not PointerType { MayBeNull: false } || state.Values[pointer] is not (Unknown { Type: PointerType { MayBeNull: true } } or NullSymbol { HandedOver: not null })
            || CheckNotNull(instruction, new NonNull(pointer), state);

    private static Value? Followed(Instruction instruction) => instruction switch
    {
        KernelFieldAddress field => field.Object,
        FieldAddress field => field.Address,
        ElementAddress element => element.Address,
        Load load => load.Address,
        Store store => store.Address,
        _ => null,
    };

    private bool CheckNotNull(Instruction instruction, NonNull obligation, PathState state)
    {
        var pointer = state.Values[obligation.Pointer];
        var range = state.Range(pointer);
        if (range.IsTrue)
            return true;
        if (pointer is NullSymbol { HandedOver: { } given, WasRecord: var record } && state.Lost == 0)
        {
            string name = obligation.Pointer.Name ?? "The object";
            findings.Add(new PathFinding(given, new ScxDiagnostic(record ? Rules.RecordUsed : Rules.HandedOver, instruction.Span, [name])
            {
                Related = [new RelatedPlace(given, "handed over here"), .. Chain()],
            }));
        }
        else if (pointer is NullSymbol && state.Lost == 0)
        {
            string name = obligation.Pointer.Name ?? "The value";
            findings.Add(new PathFinding(instruction.Span, new ScxDiagnostic(Rules.MayBeNull, instruction.Span, [name, "on one path nothing has been assigned to it"])
            {
                Related = [.. Chain()],
            }));
        }
        if (pointer is not Unknown { Origin.Exact: true } unknown)
            return false;
        // What was under RCU and no longer is may be read even where it is null (invalidate_rcu_protected_refs of kernel/bpf/verifier.c, 7.3).
        if (state.Escaped.Contains(unknown) && Receiver(instruction) is null && unknown.Origin.Maker is not KptrLoad)
            return true;
        // Of what a field holds the verifier knows no more than that it may be read; where it has been found to be null, the optimiser knows that too.
        if ((NullReasons.Of(unknown.Origin, program, methods[program.Function].Function) ?? (range.IsFalse ? "a test on this path has found nothing there" : null)) is { } reason)
            findings.Add(new PathFinding(unknown.Origin.Maker ?? (object)unknown.Origin.Span, NullReport(instruction, obligation, unknown, reason)));
        return state.Narrow(pointer, NumberRange.NotNull);
    }

    private ScxDiagnostic NullReport(Instruction instruction, NonNull obligation, Unknown pointer, string reason)
    {
        string name = pointer.Origin.Maker is MapOperation lookup && (obligation.Pointer.Name ?? NullReasons.NameOf(lookup)) == NullReasons.NameOf(lookup)
            ? $"{NullReasons.NameOf(lookup)}.{lookup.Method}"
            : obligation.Pointer.Name ?? pointer.Origin.Maker?.Result?.Name ?? "The value";
        RelatedPlace[] related = pointer.Origin.Maker is { } maker ? [new RelatedPlace(maker.Span, "comes from here")] : [];
        // A map that is asked something is no argument.
        bool isAsked = instruction is MapOperation asked && asked.Arguments[0] == obligation.Pointer;
        if (!isAsked && Receiver(instruction) is { } callee)
            return new ScxDiagnostic(Rules.ArgumentMayBeNull, instruction.Span, [name, reason, callee]) { Related = [.. related, .. Chain()] };
        var rule = pointer.Origin.Maker is null ? Rules.CallbackArgumentMayBeNull : Rules.MayBeNull;
        return new ScxDiagnostic(rule, instruction.Span, [name, reason]) { Related = [.. related, .. Chain()] };
    }

    /// <summary>The function that takes what an instruction makes as an argument, or null.</summary>
    private string? Receiver(Instruction instruction)
    {
        if (instruction is CallInstruction taking)
            return NameOf(taking);
        var uses = methods.Values.Where(m => m.Function.Blocks.Any(b => b.Instructions.Contains(instruction)))
            .SelectMany(m => m.Function.Blocks).SelectMany(b => b.Instructions)
            .Where(i => i.Operands.Contains(instruction.Result!));
        return uses.Select(i => i switch
        {
            CallKernel call => call.Function.Name,
            CallHelper call => call.Helper.Name,
            MapOperation operation when operation.Arguments[0] != instruction.Result => $"{NullReasons.NameOf(operation)}.{operation.Method}",
            Call call => methods[call.Function].Function.DisplayName,
            _ => null,
        }).FirstOrDefault(name => name is not null);
    }

    private bool CheckInRange(Instruction instruction, InRange obligation, PathState state)
    {
        var index = state.Values[obligation.Index];
        var range = state.Range(index);
        bool signed = obligation.Index.Type is IntType { Signed: true };
        if ((!signed || range.SignedLow >= 0) && range.High < (ulong)obligation.Length)
            return true;
        var outside = signed && range.SignedLow < 0 ? Sides.Low : Sides.High;
        if (state.IsExact(index, outside) || (signed && range.SignedHigh >= obligation.Length && state.IsExact(index, Sides.High)))
            findings.Add(new PathFinding(instruction.Span, RangeReport(instruction, obligation, range)));
        var inside = NumberRange.Unsigned(range.Bits, 0, (ulong)obligation.Length - 1);
        return state.Narrow(index, range.Intersect(inside));
    }

    private ScxDiagnostic RangeReport(Instruction instruction, InRange obligation, NumberRange range)
    {
        string array = obligation.Array ?? (instruction is MapOperation operation ? NullReasons.NameOf(operation) : "the array");
        string size = obligation.Length == 1 ? "1 element" : string.Format(CultureInfo.InvariantCulture, "{0} elements", obligation.Length);
        var (low, high) = range.As(obligation.Index.Type);
        if (Maker(obligation.Index) is Constant)
            return new ScxDiagnostic(Rules.ConstantIndex, instruction.Span, [low.ToString(CultureInfo.InvariantCulture), array, size]);
        string name = obligation.Index.Name is { } known ? $"'{known}'" : "The index";
        var rule = instruction is MapOperation ? Rules.MapIndexNotProven : Rules.IndexNotInRange;
        return new ScxDiagnostic(rule, instruction.Span, [name, RangeText.Of(range, obligation.Index.Type), array, size])
        {
            Related = [.. Chain()],
        };
    }

    /// <summary>The instruction that makes a value of a method being walked, conversions left out; null for a parameter.</summary>
    private Instruction? Maker(Value value)
    {
        var maker = methods.Values.Select(m => m.Maker(value)).FirstOrDefault(m => m is not null);
        return maker is Ir.Convert convert ? Maker(convert.Operand) : maker;
    }

    /// <summary>The calls that led here, the innermost first.</summary>
    private RelatedPlace[] Chain() => [.. calls.Select(call => new RelatedPlace(call.Span, "called here"))];
}
