using Scx.Compiler.Analysis.Values;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Paths;

internal sealed partial class PathWalker
{
    /// <summary>One instruction; false if the way ends there.</summary>
    private bool Step(Instruction instruction, PathState state)
    {
        if (!Check(instruction, state))
            return false;
        switch (instruction)
        {
            case Store store:
                NoteStore(store, state);
                Write(state, state.Values[store.Address], state.Values[store.Stored]);
                break;
            case Copy copy:
                CopyMemory(state, state.Values[copy.Destination], state.Values[copy.Source]);
                break;
            case Zero zero:
                ZeroMemory(state, state.Values[zero.Address]);
                break;
            case CallInstruction call:
                Invoke(call, state);
                break;
            default:
                if (instruction is Binary { Operator: BinaryOperator.Divide or BinaryOperator.Remainder } division)
                    NoteDivision(division, state);
                if (instruction.Result is { } computed)
                    state.Values[computed] = Evaluate(instruction, computed.Type, state);
                break;
        }
        return true;
    }

    private Symbol Evaluate(Instruction instruction, IrType type, PathState state)
    {
        Symbol Of(Value value) => state.Values[value];
        return instruction switch
        {
            Constant constant => symbols.Literal(type, constant.Number),
            NullConstant { IsHandedOver: true } => HandedOver(type, instruction.Span, state),
            NullConstant => symbols.Null(type),
            KernelEnumConstant constant => symbols.Enum(type, constant),
            StackSlot slot => new Storage(type, null, slot),
            GlobalAddress global => symbols.Global(global),
            FieldAddress field => symbols.Part(type, Of(field.Address), field.Index),
            ElementAddress element => symbols.Part(type, Of(element.Address), Of(element.Index)),
            KernelFieldAddress field => symbols.Part(type, Of(field.Object), field.Field, field.Trust),
            Load load => Read(state, Of(load.Address), load),
            Opaque opaque => Of(opaque.Operand),
            Conceal conceal => Concealed(conceal, state),
            Ir.Convert { Operand: var operand } when operand.Type is PointerType && type is PointerType => Of(operand),
            Ir.Convert { Operand: var operand } => Compute(state, instruction, type, null, Of(operand), null),
            Binary binary => Compute(state, binary, type, binary.Operator, Of(binary.Left), Of(binary.Right)),
            Unary unary => Compute(state, unary, type, unary.Operator, Of(unary.Operand), null),
            Compare compare => Compute(state, compare, type, compare.Relation, Of(compare.Left), Of(compare.Right)),
            Select select => Choose(state, select, type),
            KptrLoad load => ReadSlot(load, type, state),
            KernelFunctionExists or KernelFieldExists or KernelEnumExists => Fresh(type, instruction),
            _ => Fresh(type, instruction, exact: false),
        };
    }

    private NullSymbol HandedOver(IrType type, SourceSpan place, PathState state) =>
        symbols.HandedOver(type, place, state.Released.Any(r => r.Value.Place == place && IsRecord(r.Key)));

    /// <summary>Says once that a field which is 0 at first may still be where something is divided by it.</summary>
    private void NoteDivision(Binary division, PathState state)
    {
        var divisor = state.Values[division.Right];
        while (divisor is Computed { Operator: null } converted)
            divisor = converted.Left;
        if (divisor is Unknown { Source: { } address, Origin.Exact: true } && state.Range(divisor).Low == 0
            && PathState.Root(address) is Storage { Global: { Section: GlobalSection.Zeroed } field })
            findings.Add(new PathFinding(Rules.DivisionByZero, new ScxDiagnostic(Rules.DivisionByZero, division.Span, [field.Name])));
    }

    // Another CPU may change the slot at any time: each reading is another object, and outside of an RCU section one that may be gone.
    private Unknown ReadSlot(KptrLoad load, IrType type, PathState state)
    {
        var read = new Unknown(type, new Origin(load, load.Span) { Trust = PointerTrust.Rcu });
        if (context.Sleepable && state.Sections.IsEmpty)
            state.Escaped = state.Escaped.Add(read);
        return read;
    }

    private Symbol Compute(PathState state, Instruction maker, IrType type, object? op, Symbol left, Symbol? right)
    {
        if (symbols.Computed(type, op, left, right) is { } computed)
            return type is IntType or BoolType && state.Range(computed).Single is { } single && state.IsExact(computed) ? Known(type, single) : computed;
        var shallow = new Computed(type, op, left, right);
        var range = state.Range(shallow);
        if (range.Single is { } number)
            return Known(type, number);
        var cut = Fresh(type, maker, state.IsExact(shallow));
        state.Facts[cut] = new Fact(range, Sides.None);
        return cut;
    }

    // What the turns of a loop have in common is asked for, not what the first one starts with; but a number that C# shows not to be negative is not.
    private Unknown Concealed(Conceal conceal, PathState state)
    {
        var number = Fresh(conceal.Result!.Type, conceal, exact: false);
        state.Facts[number] = new Fact(state.Range(state.Values[conceal.Operand]), Sides.None);
        return number;
    }

    private Literal Known(IrType type, ulong number) =>
        symbols.Literal(type, type is IntType { Signed: true, Bits: var bits } ? NumberRange.SignExtend(number, bits) : unchecked((long)number));

    private Symbol Choose(PathState state, Select select, IrType type)
    {
        var (condition, yes, no) = (state.Values[select.Condition], state.Values[select.WhenTrue], state.Values[select.WhenFalse]);
        var (held, failed) = (state.Clone(), state.Clone());
        if (!held.Assume(condition, true))
            return no;
        if (!failed.Assume(condition, false))
            return yes;
        if (type is PointerType)
            return Fresh(type, select, exact: false);
        var chosen = Fresh(type, select, held.IsExact(yes) && failed.IsExact(no));
        state.Facts[chosen] = new Fact(held.Range(yes).Join(failed.Range(no)), Sides.None);
        return chosen;
    }

    private void Invoke(CallInstruction call, PathState state)
    {
        var result = call.Result is null ? null : ResultOf(call, state);
        Clobber(state, call.Arguments);
        if (result is not null)
            state.Values[call.Result!] = result;
        Keep(call, result, state);
        Schedule(call, state);
    }

    private Unknown ResultOf(CallInstruction call, PathState state)
    {
        var type = call.Result!.Type;
        if (type is PointerType pointer && call is MapOperation lookup && FindsEntry(lookup, state))
            type = pointer with { MayBeNull = false };
        var effects = EffectsOf(call);
        return new(type, new Origin(call, call.Span) { Trust = effects.RcuProtected ? PointerTrust.Rcu : null })
        {
            Lender = effects.LendsFromFirst ? state.LenderOf(state.Values[call.Arguments[0]]) : null,
        };
    }

    private bool FindsEntry(MapOperation lookup, PathState state) =>
        lookup is { MapType.Indexed: true, Map: not null, Arguments.Length: 2 }
        && state.Memory.TryGetValue(state.Values[lookup.Arguments[1]], out var key)
        && state.Range(key).Single is { } index && index < lookup.Map.MaxEntries
        && (index == 0 || current.HasConstantIndex(lookup.Arguments[1]));
}
