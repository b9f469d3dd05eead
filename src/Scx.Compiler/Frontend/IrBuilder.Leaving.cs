using Microsoft.CodeAnalysis.FlowAnalysis;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <content>Where .NET would throw, the method is left; as there, the finally blocks on the way out run.</content>
internal sealed partial class IrBuilder
{
    private readonly Dictionary<(ControlFlowRegion From, FinallyRun? Run), BlockReference> leaving = [];
    private ControlFlowRegion leaveFrom = null!;
    private FinallyRun? leaveRun;

    /// <summary>Ends the block at hand by leaving the method.</summary>
    private void Leave()
    {
        var finallyRegions = FinallyRegionsAround(leaveFrom).ToList();
        if (finallyRegions.Count == 0)
        {
            builder.End(new Trap());
            return;
        }
        if (!leaving.TryGetValue((leaveFrom, leaveRun), out var target))
        {
            target = builder.NewBlock("leave");
            deadEnds.Add(target);
            finallyRegions.Reverse();
            foreach (var region in finallyRegions)
                target = BlockFor(graph.Blocks[region.FirstBlockOrdinal], new FinallyRun(region, leaveRun, target));
            leaving.Add((leaveFrom, leaveRun), target);
        }
        builder.Jump(target);
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
