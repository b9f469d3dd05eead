using System.Text;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Backend;

/// <content>Which text stands for which value, and how values travel between blocks.</content>
internal sealed partial class FunctionTextWriter
{
    private readonly Dictionary<Value, Instruction> _definitions = [];

    // Slots of constant indexes. At multiples of 8 the verifier remembers the number and knows that the array has it (get_constant_map_key() in
    // kernel/bpf/verifier.c, since 6.14); elsewhere it remembers 0 only.
    private readonly HashSet<Value> _constantIndexes = [];
    private readonly Dictionary<Value, string> _names = [];
    private readonly HashSet<Value> _used = [];
    private readonly List<(string Value, string Label)> _results = [];

    /// <summary>
    /// The blocks that can run, each after those that dominate it, so that a value's name is settled before its first use.
    /// </summary>
    private static List<Block> Reachable(Function function)
    {
        Dictionary<BlockReference, Block> byReference = function.Blocks.ToDictionary(b => b.Reference);
        HashSet<BlockReference> seen = [function.Blocks[0].Reference];
        var pending = new Stack<(Block Block, int Next)>([(function.Blocks[0], function.Blocks[0].End.Edges.Length)]);
        List<Block> order = [];
        while (pending.TryPop(out (Block Block, int Next) at))
        {
            if (at.Next == 0)
            {
                order.Add(at.Block);
                continue;
            }
            pending.Push((at.Block, at.Next - 1));
            BlockReference target = at.Block.End.Edges[at.Next - 1].Block;
            if (seen.Add(target))
                pending.Push((byReference[target], byReference[target].End.Edges.Length));
        }
        order.Reverse();
        return order;
    }

    private void NoteDefinitions()
    {
        int next = 0;
        foreach (Value parameter in _function.Parameters)
            _names.Add(parameter, $"%v{next++}");
        foreach (Block block in _blocks)
        {
            foreach (Value parameter in block.Parameters)
                _names.Add(parameter, $"%v{next++}");
            foreach (Instruction instruction in block.Instructions)
            {
                _used.UnionWith(instruction.Operands);
                if (instruction.Result is not { } result)
                    continue;
                _definitions.Add(result, instruction);
                _names.Add(result, $"%v{next++}");
            }
            _used.UnionWith(block.End.Operands);
            foreach (Edge edge in block.End.Edges)
                _used.UnionWith(edge.Arguments);
        }
        _constantIndexes.UnionWith(ConstantIndexes.Of(_function));
    }

    /// <summary>
    /// The text of a value. Constants, addresses of globals and conversions that change nothing need no instruction of their own.
    /// </summary>
    private string Operand(Value value)
    {
        if (_definitions.TryGetValue(value, out Instruction? definition))
        {
            switch (definition)
            {
                case Constant constant:
                    return LlvmSyntax.Literal(value.Type, constant.Number);
                case NullConstant { IsConcealed: false }:
                    return "null";
                case GlobalAddress address:
                    return LlvmSyntax.Symbol(address.Global.Name);
                case FunctionAddress address:
                    return LlvmSyntax.Symbol(_module.CallSymbol(address.Function));
                case MapAddress address:
                    return LlvmSyntax.Symbol(address.Map.Name);
                case Ir.Convert convert when LlvmSyntax.ValueType(convert.Operand.Type) == LlvmSyntax.ValueType(value.Type):
                    return Operand(convert.Operand);
                case FieldAddress { Struct: var type, Index: var index } field when type.Fields[index].Offset == 0:
                    return Operand(field.Address);
            }
        }
        return _names.TryGetValue(value, out string? name)
            ? name
            : throw Broken(_function.Span, $"'{_function.DisplayName}' uses the value '{value.Name}', which nothing defines");
    }

    /// <summary>The operand with its type in front.</summary>
    private string Typed(Value value) => $"{LlvmSyntax.ValueType(value.Type)} {Operand(value)}";

    /// <summary>The number that a value is known to be.</summary>
    private long? KnownNumber(Value value) => _definitions.TryGetValue(value, out Instruction? definition) && definition is Constant constant
        ? constant.Number
        : null;

    /// <summary>The alignment that an address is known to have, up to what a register holds.</summary>
    private int AlignmentOf(Value address) => _definitions.GetValueOrDefault(address) switch
    {
        GlobalAddress global => Layout.PlacedAlignmentOf(global.Global.Type),
        StackSlot when _constantIndexes.Contains(address) => 8,
        StackSlot slot => Layout.PlacedAlignmentOf(slot.Type),
        FieldAddress field => Layout.AlignmentAt(AlignmentOf(field.Address), field.Struct.Fields[field.Index].Offset),
        ElementAddress element => Layout.AlignmentAt(AlignmentOf(element.Address), Layout.SizeOf(element.Array.Element)),
        Ir.Convert convert => AlignmentOf(convert.Operand),
        // Map values start at multiples of 8 (kernel/bpf/arraymap.c, hashtab.c round up).
        MapOperation => 8,
        Opaque opaque => AlignmentOf(opaque.Operand),
        _ => address.Type is PointerType { Target: not (VoidType or KernelType) } pointer ? Layout.AlignmentOf(pointer.Target) : 1,
    };

    private string LabelOf(BlockReference block) => $"b{_blockIndex[block]}";

    private void WritePhis(StringBuilder text, Block block)
    {
        if (block.Parameters.IsEmpty)
            return;
        List<(string Label, Edge Edge)> incoming = [];
        foreach (Block from in _blocks)
        {
            foreach ((Edge edge, string label) in from.End.Edges.Select((e, i) => (e, EdgeLabel(from, i))))
            {
                if (edge.Block == block.Reference)
                    incoming.Add((label, edge));
            }
        }
        for (int i = 0; i < block.Parameters.Length; i++)
        {
            Value parameter = block.Parameters[i];
            string values = string.Join(", ", incoming.Select(e => $"[ {Operand(e.Edge.Arguments[i])}, %{e.Label} ]"));
            text.Append($"  {Operand(parameter)} = phi {LlvmSyntax.ValueType(parameter.Type)} {values}\n");
        }
    }

    /// <summary>Where LLVM sees an edge come from: two ways from one block to the same place need a block between.</summary>
    private string EdgeLabel(Block from, int edge) => _exitLabels[from.Reference] + (edge == 1 && NeedsSplit(from.End) ? ".else" : "");

    private static bool NeedsSplit(Terminator end) =>
        end is Branch branch && branch.WhenTrue.Block == branch.WhenFalse.Block && !branch.WhenTrue.Arguments.IsEmpty;

    private void WriteTerminator(Terminator end)
    {
        switch (end)
        {
            case Jump jump:
                Emit($"br label %{LabelOf(jump.Target.Block)}");
                break;
            case Branch branch when NeedsSplit(branch):
                string split = $"{_label}.else";
                Emit($"br i1 {Operand(branch.Condition)}, label %{LabelOf(branch.WhenTrue.Block)}, label %{split}");
                StartBlock(split);
                Emit($"br label %{LabelOf(branch.WhenFalse.Block)}");
                break;
            case Branch branch:
                Emit($"br i1 {Operand(branch.Condition)}, label %{LabelOf(branch.WhenTrue.Block)}, label %{LabelOf(branch.WhenFalse.Block)}");
                break;
            case MayGoto loop:
                Emit($"callbr void asm sideeffect \"may_goto ${{0:l}}\", \"!i\"() " +
                    $"to label %{LabelOf(loop.Next.Block)} [label %{LabelOf(loop.Exhausted.Block)}]");
                break;
            case Return { Result: { } result }:
                LeaveWith(Converted(Operand(result), result.Type, ReturnType));
                break;
            case Trap when UsualResult(end) is { } usual:
                LeaveWith(Converted(Operand(usual), usual.Type, ReturnType));
                break;
            case Return or Trap:
                LeaveWith(ReturnType is VoidType ? "" : LlvmSyntax.Literal(ReturnType, 0));
                break;
            default:
                throw Broken(end.Span, $"a block ends with {end.GetType().Name}");
        }
    }

    private IrType ReturnType => _program is null ? _function.Reference.ReturnType : LlvmTextWriter.ProgramResultType(_program);

    /// <summary>
    /// What the function returns on every way, if that is one value known here: a way that is never taken may return it too, which saves telling the ways apart.
    /// </summary>
    private Value? UsualResult(Terminator end)
    {
        Value?[] results = [.. _blocks.Select(b => b.End).OfType<Return>().Select(r => r.Result).Distinct()];
        if (results is not [{ } usual] || !_definitions.TryGetValue(usual, out Instruction? definition))
            return null;
        // Ends of blocks that are alike are equal.
        Block made = _blocks.Single(b => b.Instructions.Contains(definition)), at = _blocks.Single(b => ReferenceEquals(b.End, end));
        return made != at && FlowGraph.Of(_function).Dominates(made.Reference, at.Reference) ? usual : null;
    }

    private void LeaveWith(string value)
    {
        if (_blocks.Count(b => b.End is Return or Trap) == 1)
        {
            Emit(ReturnType is VoidType ? "ret void" : $"ret {LlvmSyntax.ValueType(ReturnType)} {value}");
            return;
        }
        _results.Add((value, _label));
        Emit("br label %exit");
    }

    /// <summary>
    /// The one place that returns, behind all others. LLVM would make one too, but before the first block that returns, and lay a jump back to it.
    /// </summary>
    private void WriteExit(StringBuilder text)
    {
        if (_results.Count == 0)
            return;
        string type = LlvmSyntax.ValueType(ReturnType);
        text.Append("exit:\n");
        if (ReturnType is VoidType)
        {
            text.Append($"  ret void{_debug}\n");
            return;
        }
        text.Append($"  %result = phi {type} {string.Join(", ", _results.Select(r => $"[ {r.Value}, %{r.Label} ]"))}\n");
        text.Append($"  ret {type} %result{_debug}\n");
    }
}
