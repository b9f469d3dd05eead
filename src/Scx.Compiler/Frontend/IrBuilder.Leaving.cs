using Microsoft.CodeAnalysis.FlowAnalysis;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <content>Where .NET would throw, the method is left; as there, the finally blocks on the way out run.</content>
internal sealed partial class IrBuilder
{
    private readonly Dictionary<(ControlFlowRegion From, FinallyRun? Run), BlockReference> leaving = [];
    private BasicBlock atBlock = null!;
    private ControlFlowRegion leaveFrom = null!;
    private FinallyRun? leaveRun;

    /// <summary>Ends the block at hand by leaving the method.</summary>
    private void Leave() => builder.Jump(WayOut(leaveFrom, leaveRun));

    /// <summary>The first block on the way out of the method from a place.</summary>
    private BlockReference WayOut(ControlFlowRegion from, FinallyRun? run)
    {
        if (leaving.TryGetValue((from, run), out var target))
            return target;
        target = builder.NewBlock("leave");
        deadEnds.Add(target);
        foreach (var region in FinallyRegionsAround(from).Reverse())
            target = BlockFor(graph.Blocks[region.FirstBlockOrdinal], new FinallyRun(region, run, target));
        leaving.Add((from, run), target);
        return target;
    }

    /// <summary>The finally blocks of the try blocks around a place, the innermost first.</summary>
    private static IEnumerable<ControlFlowRegion> FinallyRegionsAround(ControlFlowRegion? region)
    {
        for (; region?.EnclosingRegion is { } outer; region = outer)
        {
            if (region.Kind == ControlFlowRegionKind.Try && outer.Kind == ControlFlowRegionKind.TryAndFinally)
                yield return outer.NestedRegions[1];
        }
    }
}
