using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis;

/// <summary>Values that are still read after a block has been entered, with what they are made of.</summary>
internal static class Liveness
{
    public static Dictionary<BlockReference, HashSet<Value>> OnEntry(FlowGraph graph, Definitions definitions)
    {
        var live = graph.Order.ToDictionary(b => b.Reference, _ => new HashSet<Value>());
        for (bool changed = true; changed;)
        {
            changed = false;
            foreach (var block in graph.Order.Reverse())
            {
                var own = live[block.Reference];
                int before = own.Count;
                foreach (var edge in block.End.Edges)
                    own.UnionWith(live[edge.Block].Where(v => definitions.Block(v) != edge.Block));
                foreach (var value in Reads(block))
                    Add(own, value, definitions);
                changed |= own.Count != before;
            }
        }
        return live;
    }

    private static IEnumerable<Value> Reads(Block block) =>
        block.Instructions.SelectMany(i => i.Operands.Concat(i.Obligations.Select(ObligationValues.Of)))
            .Concat(block.End.Operands).Concat(block.End.Edges.SelectMany(e => e.Arguments));

    // A fact is kept about the root of a pointer, and learned from what a condition was computed from.
    private static void Add(HashSet<Value> live, Value value, Definitions definitions)
    {
        if (!live.Add(value))
            return;
        Add(live, definitions.Root(value), definitions);
        if (definitions.Maker(value) is Compare or Unary or Ir.Convert)
        {
            foreach (var operand in definitions.Maker(value)!.Operands)
                Add(live, operand, definitions);
        }
    }
}
