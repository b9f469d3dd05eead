using System.Collections.Immutable;
using System.Globalization;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;
using Scx.Compiler.Ir.Passes;

namespace Scx.Compiler.Analysis.Scheduling;

/// <summary>
/// Whether a loop of Dispatch inserts more tasks than it may ("dispatch buffer overflow"): one that goes further than that, inserts in each turn in which it
/// finds something, and never asks how many more may be, nor lets the kernel take over what has been inserted.
/// </summary>
public sealed class DispatchLoops
{
    // A batch is at most so large that counting further is no use.
    private const int MaxTurns = 1 << 14;

    private readonly Function function;
    private readonly FlowGraph graph;
    private readonly Dictionary<Value, Instruction> definitions;

    private DispatchLoops(Function function)
    {
        this.function = function;
        graph = FlowGraph.Of(function);
        definitions = function.Definitions();
    }

    /// <summary>The loops that may insert too much.</summary>
    /// <param name="module">A scheduler.</param>
    public static ImmutableArray<ScxDiagnostic> Check(Module module)
    {
        if (module.Ops is not { } ops)
            return [];
        ulong batch = ops.Number(SchedulingRules.DispatchMaxBatch) is > 0 and var given ? given : SchedulingRules.DefaultBatch;
        var functions = module.Functions.ToDictionary(f => f.Reference);
        var diagnostics = ImmutableArray.CreateBuilder<ScxDiagnostic>();
        foreach (var program in module.Programs.Where(p => p.Entry is null && p.Callback == SchedulingRules.Dispatch))
            diagnostics.AddRange(new DispatchLoops(functions[program.Function]).Overflows(batch));
        return diagnostics.ToImmutable();
    }

    private IEnumerable<ScxDiagnostic> Overflows(ulong batch)
    {
        foreach (var loop in NaturalLoop.Find(graph))
        {
            var body = graph.Order.Where(b => loop.Body.Contains(b.Reference)).ToList();
            // What a method of the scheduler's does in the loop is not looked at.
            if (body.SelectMany(b => b.Instructions).Any(i => i is Call || RoleOf(i) is SchedulingRole.CountSlots or SchedulingRole.MoveToLocal or SchedulingRole.Cancel))
                continue;
            var insert = body.Where(b => IsInEachTurn(b, body, loop))
                .SelectMany(b => b.Instructions).FirstOrDefault(i => RoleOf(i) is SchedulingRole.Insert or SchedulingRole.InsertOrdered);
            if (insert is null)
                continue;
            string? inserted = Turns(loop) is { } turns ? (turns > batch ? $"up to {turns.ToString(CultureInfo.InvariantCulture)} tasks" : null)
                : EndsWhenNothingIsFound(body, loop) ? "as many tasks as it finds" : null;
            if (inserted is not null)
                yield return new ScxDiagnostic(Rules.DispatchOverflow, insert.Span, [inserted, batch.ToString(CultureInfo.InvariantCulture)]);
        }
    }

    /// <summary>Whether nothing but that there is nothing more ends a loop; that it has gone on for too long does not count.</summary>
    private bool EndsWhenNothingIsFound(List<Block> body, NaturalLoop loop) => body.Where(b => b.End is not MayGoto && b.End.Edges.Any(e => !loop.Body.Contains(e.Block)))
        .All(b => b.End is Branch branch && IsTestOfFound(branch.Condition));

    private ulong? Turns(NaturalLoop loop) => TurnCount.Of(graph, loop, definitions, MaxTurns) is { } turns ? (ulong)turns - 1 : Range(loop);

    /// <summary>How many numbers a loop goes through that is over a range of them, from one literal to another.</summary>
    private ulong? Range(NaturalLoop loop)
    {
        if (loop.Header.Instructions.OfType<CallKernel>().FirstOrDefault(c => c.Function.IteratorNext && c.Result is { Type: PointerType { Target: IntType } }) is not { } next)
            return null;
        var begun = function.Blocks.SelectMany(b => b.Instructions).OfType<CallKernel>().Where(c => c.Arguments.Length == 3 && c.Arguments[0] == next.Arguments[0]).ToList();
        return begun.Count == 1 && Literal(begun[0].Arguments[1]) is { } start && Literal(begun[0].Arguments[2]) is { } end && end > start ? (ulong)(end - start) : null;
    }

    private long? Literal(Value value) => definitions.TryGetValue(value, out var maker) && maker is Constant constant ? constant.Number : null;

    /// <summary>Whether every turn that goes on passes a block, but for those that have found nothing.</summary>
    private bool IsInEachTurn(Block block, List<Block> body, NaturalLoop loop)
    {
        var before = body.Where(b => b != block && Leads(b.Reference, block.Reference, loop));
        var turningOff = before.Where(b => b.End.Edges.Any(e => loop.Body.Contains(e.Block) && (e.Block == loop.Header.Reference || !Leads(e.Block, block.Reference, loop))));
        return turningOff.All(b => b.End is Branch branch && IsTestOfFound(branch.Condition));
    }

    /// <summary>Whether a way leads from one place to another within the same turn.</summary>
    private bool Leads(BlockReference from, BlockReference to, NaturalLoop loop)
    {
        var seen = new HashSet<BlockReference>();
        var pending = new Stack<BlockReference>([from]);
        while (pending.Count > 0)
        {
            var at = pending.Pop();
            if (at == to)
                return true;
            if (!loop.Body.Contains(at) || !seen.Add(at))
                continue;
            foreach (var edge in graph.Order[graph.Position(at)].End.Edges.Where(e => e.Block != loop.Header.Reference))
                pending.Push(edge.Block);
        }
        return false;
    }

    /// <summary>Whether a condition asks if there is something: a pointer that may be null, or what a map was asked for.</summary>
    private bool IsTestOfFound(Value condition) => definitions.TryGetValue(condition, out var maker) && maker switch
    {
        Unary { Operator: UnaryOperator.Not } not => IsTestOfFound(not.Operand),
        Compare { Relation: Relation.Equal or Relation.NotEqual } compare => compare.Left.Type is PointerType || definitions.TryGetValue(compare.Left, out var asked) && asked is MapOperation,
        _ => false,
    };

    private static SchedulingRole? RoleOf(Instruction instruction) => (instruction as CallKernel)?.Function.Scheduling?.Role;
}
