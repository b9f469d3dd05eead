using System.Collections.Immutable;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Backend;

/// <summary>
/// Says by a number of its own, 0 or 1, whether a pointer to what lies in the frame is null: the verifier does not know that an address of the frame is none
/// (reg_not_null() in kernel/bpf/verifier.c), and would walk on with a record that has been submitted as one that still has to be discarded.
/// </summary>
internal sealed class FrameNullness
{
    private readonly Function _function;
    private readonly Dictionary<Value, Instruction> _definitions;
    private readonly Dictionary<BlockReference, ImmutableArray<Value>> _parameters;

    /// <summary>For each parameter of a block, what the edges supply for it.</summary>
    private readonly Dictionary<Value, List<Value>> _sources = [];

    /// <summary>The number that goes with each parameter.</summary>
    private readonly Dictionary<Value, Value> _flags = [];

    private FrameNullness(Function function)
    {
        _function = function;
        _definitions = function.Definitions();
        _parameters = function.Blocks.ToDictionary(block => block.Reference, block => block.Parameters);
        FindSources();
        Leave(_sources.Keys.Where(parameter => _sources[parameter].Any(source => !IsKnown(source))));
        foreach (Value parameter in _sources.Keys)
            _flags.Add(parameter, new Value(IrType.U32, parameter.Name));
    }

    /// <summary>The function with a number beside each such parameter of its blocks, and tests of that for tests of the pointer.</summary>
    public static Function Told(Function function)
    {
        if (!function.Blocks.Any(block => block.Parameters.Any(MayBeNull)))
            return function;
        var told = new FrameNullness(function);
        return told._flags.Count == 0 ? function : function with { Blocks = [.. function.Blocks.Select(told.Rewrite)] };
    }

    private static bool MayBeNull(Value parameter) => parameter.Type is PointerType { Space: MemorySpace.Stack, MayBeNull: true };

    private void FindSources()
    {
        foreach (Value parameter in _parameters.Values.SelectMany(parameters => parameters).Where(MayBeNull))
            _sources.Add(parameter, []);
        foreach (Edge edge in _function.Blocks.SelectMany(block => block.End.Edges))
        {
            foreach (var (parameter, argument) in _parameters[edge.Block].Zip(edge.Arguments))
            {
                if (_sources.TryGetValue(parameter, out List<Value>? sources))
                    sources.Add(Origin(argument));
            }
        }
    }

    /// <summary>Leaves parameters as they are, and those that take their values from them.</summary>
    private void Leave(IEnumerable<Value> parameters)
    {
        var pending = new Stack<Value>(parameters);
        while (pending.TryPop(out Value? left))
        {
            if (!_sources.Remove(left))
                continue;
            foreach (var (parameter, sources) in _sources)
            {
                if (sources.Contains(left))
                    pending.Push(parameter);
            }
        }
    }

    private Value Origin(Value value)
    {
        while (_definitions.GetValueOrDefault(value) is Ir.Convert convert)
            value = convert.Operand;
        return value;
    }

    private bool IsKnown(Value origin) =>
        _sources.ContainsKey(origin) || _definitions.GetValueOrDefault(origin) is StackSlot or NullConstant { IsConcealed: false };

    private Block Rewrite(Block block)
    {
        var made = new List<Instruction>();
        foreach (Instruction instruction in block.Instructions)
        {
            if (instruction is Compare { Relation: Relation.Equal or Relation.NotEqual } compare && Origin(compare.Left) is var tested
                && _flags.TryGetValue(tested, out Value? flag) && _definitions.GetValueOrDefault(compare.Right) is NullConstant)
                made.Add(compare with { Left = flag, Right = Known(0) });
            else
                made.Add(instruction);
        }
        var end = block.End.With(block.End.Operands, [.. block.End.Edges.Select(WithFlags)]);
        return block with { Parameters = [.. block.Parameters, .. block.Parameters.Where(_flags.ContainsKey).Select(p => _flags[p])], Instructions = [.. made], End = end };

        Edge WithFlags(Edge edge)
        {
            var flags = _parameters[edge.Block].Zip(edge.Arguments).Where(pair => _flags.ContainsKey(pair.First)).Select(pair => FlagOf(Origin(pair.Second)));
            return edge with { Arguments = [.. edge.Arguments, .. flags] };
        }

        Value FlagOf(Value origin) => _flags.TryGetValue(origin, out Value? flag) ? flag : _definitions[origin] is StackSlot ? Known(1) : Unforeseen(Known(0));

        Value Known(long number) => Made(new Constant(number));

        // LLVM would ask again what led here, of which the verifier may remember less than of a number.
        Value Unforeseen(Value number) => Made(new Opaque(number));

        Value Made(Instruction instruction)
        {
            made.Add(instruction with { Result = new Value(IrType.U32), Span = block.End.Span });
            return made[^1].Result!;
        }
    }
}
