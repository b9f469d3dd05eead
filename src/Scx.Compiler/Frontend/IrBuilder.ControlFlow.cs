using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

internal sealed partial class IrBuilder
{
    /// <summary>
    /// One run through a finally block. There are no exceptions, so a finally block runs once for each way out of its try block, and is
    /// lowered once for each.
    /// </summary>
    private sealed class FinallyRun(ControlFlowRegion region, FinallyRun? outer, BlockReference then)
    {
        public ControlFlowRegion Region { get; } = region;
        public FinallyRun? Outer { get; } = outer;
        public BlockReference Then { get; } = then;
        public Dictionary<int, BlockReference> Blocks { get; } = [];

        public bool Holds(int ordinal) => Region.FirstBlockOrdinal <= ordinal && ordinal <= Region.LastBlockOrdinal;
    }

    private Dictionary<int, BlockReference> blocks = [];
    private readonly Queue<(BasicBlock Block, FinallyRun? Run, BlockReference Reference)> pendingBlocks = new();
    private readonly List<(BlockReference Block, SourceSpan Span)> switchHoles = [];
    private readonly List<BlockReference> deadEnds = [];
    private readonly List<(BlockReference Block, SourceSpan Span)> exits = [];
    private ControlFlowGraph graph = null!;
    private ReturnPlaces returns = null!;

    // Where a graph that is only part of the function ends; null for the last one.
    private BlockReference? afterGraph;

    private void LowerGraph(ControlFlowGraph of, BlockReference? then = null)
    {
        (graph, afterGraph, blocks) = (of, then, []);
        // The body that a method has been given is known without the method around it.
        var syntax = of.OriginalOperation.Syntax;
        returns = new ReturnPlaces(syntax.Parent is MethodDeclarationSyntax around ? around : syntax);
        exits.Clear();
        ForgetCaptures();
        FindPlaceCaptures();
        FindOmittedCalls();
        builder.Jump(BlockFor(graph.Blocks[0], null));
        while (pendingBlocks.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var (block, run, reference) = pendingBlocks.Dequeue();
            (atBlock, leaveFrom, leaveRun) = (block, block.EnclosingRegion, run);
            builder.Begin(reference);
            foreach (var operation in block.Operations)
                LowerStatement(operation);
            LowerEnd(block, run);
        }
        CloseLoops();
        foreach (var (exit, span) in exits)
        {
            builder.Begin(exit);
            builder.End(new Return(null) { Span = span });
        }
    }

    private BlockReference BlockFor(BasicBlock block, FinallyRun? run)
    {
        run = RunOf(block, run);
        var known = run?.Blocks ?? blocks;
        if (!known.TryGetValue(block.Ordinal, out var reference))
        {
            reference = builder.NewBlock("b");
            known.Add(block.Ordinal, reference);
            pendingBlocks.Enqueue((block, run, reference));
        }
        return reference;
    }

    private static FinallyRun? RunOf(BasicBlock block, FinallyRun? run)
    {
        while (run is not null && !run.Holds(block.Ordinal))
            run = run.Outer;
        return run;
    }

    private void LowerEnd(BasicBlock block, FinallyRun? run)
    {
        if (block.BranchValue is { } value)
            builder.Span = Spans.Of(value.Syntax);
        if (block.Kind == BasicBlockKind.Exit)
        {
            if (afterGraph is not null)
                builder.Jump(afterGraph);
            else
                LowerReturn(null);
            return;
        }
        if (block.ConditionalSuccessor is { } conditional)
        {
            bool onTrue = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
            var (jump, fall) = (Target(conditional, run, onTrue), Target(block.FallThroughSuccessor!, run, !onTrue));
            if (onTrue)
                LowerBranch(block.BranchValue!, jump, fall);
            else
                LowerBranch(block.BranchValue!, fall, jump);
            return;
        }
        LowerFallThrough(block, block.FallThroughSuccessor!, run);
    }

    private void LowerBranch(IOperation condition, BlockReference whenTrue, BlockReference whenFalse)
    {
        // A pattern is a chain of branches already; a discard among them shows that what follows it cannot be reached.
        if (condition is IIsPatternOperation pattern)
            Guarded(pattern, () => Match(pattern, whenFalse));
        else if (LowerCondition(condition) is var value)
            builder.Branch(value, whenTrue, whenFalse);
        builder.Jump(whenTrue);
    }

    private void LowerFallThrough(BasicBlock block, ControlFlowBranch branch, FinallyRun? run)
    {
        switch (branch.Semantics)
        {
            case ControlFlowBranchSemantics.Return:
                LowerReturn(block, branch, run);
                break;
            case ControlFlowBranchSemantics.StructuredExceptionHandling when run is not null:
                builder.Jump(run.Then);
                break;
            case ControlFlowBranchSemantics.Regular:
                builder.Jump(Target(branch, run));
                break;
            default:
                // The subset check has refused written throws; what is left is the implicit one of a switch expression.
                if (block.BranchValue is { } thrown && !CoversEveryValue(thrown.Syntax))
                    switchHoles.Add((builder.Current, Spans.Of(thrown.Syntax)));
                builder.End(new Trap());
                break;
        }
    }

    // By C#'s own reckoning, which knows what numbers, truth values and lists there are.
    private bool CoversEveryValue(SyntaxNode syntax) => context.Semantics.Of(syntax).GetOperation(syntax, cancellation) is ISwitchExpressionOperation { IsExhaustive: true };

    private void LowerReturn(BasicBlock block, ControlFlowBranch branch, FinallyRun? run)
    {
        // The value is computed before the finally blocks run, the return happens after them.
        Value? result = null;
        if (block.BranchValue is { } value)
            Guarded(value, () => result = LowerReturned(value));
        if (branch.FinallyRegions.IsEmpty)
        {
            LowerReturn(result);
            return;
        }
        var leave = builder.NewBlock("return");
        builder.Jump(Through(branch, run, leave));
        builder.Begin(leave);
        LowerReturn(result);
    }

    private Value? LowerReturned(IOperation value)
    {
        if (structResult is not null && IsKernelIterator(value.Type))
        {
            StartIterator(structResult, value);
            return null;
        }
        if (structResult is not null)
        {
            CopyStruct(structResult, LowerAddress(value), ((PointerType)structResult.Type).Target);
            return null;
        }
        bool byAddress = method.ReturnsByRef || method.ReturnsByRefReadonly;
        return builder.Coerce(byAddress ? LowerAddress(value) : LowerValue(value), signature.ReturnType);
    }

    private void LowerReturn(Value? result)
    {
        if (result is null && signature.ReturnType is not VoidType)
            builder.End(new Trap());
        else
            builder.End(new Return(result));
    }

    private BlockReference Target(ControlFlowBranch branch, FinallyRun? run, bool? held = null)
    {
        if (branch.Destination is not { } destination)
            return DeadEnd(branch, run);
        // Each way out of the method has an end of its own, so that a message can name it.
        var target = destination.Ordinal <= branch.Source.Ordinal ? NextTurn(destination, run)
            : destination.Kind == BasicBlockKind.Exit && afterGraph is null && signature.ReturnType is VoidType ? Exit(returns.Of(branch.Source, held))
            : BlockFor(destination, run);
        return Through(branch, run, target);
    }

    private BlockReference Exit(SourceSpan span)
    {
        var exit = builder.NewBlock("return");
        exits.Add((exit, span));
        return exit;
    }

    private BlockReference DeadEnd(ControlFlowBranch branch, FinallyRun? run)
    {
        if (branch.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling && run is not null)
            return run.Then;
        var end = builder.NewBlock("end");
        deadEnds.Add(end);
        return end;
    }

    /// <summary>Where a branch first leads to, given where it leads in the end.</summary>
    private BlockReference Through(ControlFlowBranch branch, FinallyRun? run, BlockReference target)
    {
        for (int i = branch.FinallyRegions.Length - 1; i >= 0; i--)
        {
            var region = branch.FinallyRegions[i];
            target = BlockFor(graph.Blocks[region.FirstBlockOrdinal], new FinallyRun(region, run, target));
        }
        return target;
    }

    private void ReportSwitchHoles()
    {
        foreach (var end in deadEnds)
        {
            builder.Begin(end);
            builder.End(new Trap());
        }
        var reachable = builder.Reachable();
        foreach (var (block, span) in switchHoles)
        {
            if (reachable.Contains(block))
                context.Diagnostics.Report(Rules.SwitchHole, span);
        }
    }
}
