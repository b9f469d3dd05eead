namespace Scx.Compiler.Ir.Passes;

/// <summary>Where a stack slot's value is still wanted.</summary>
internal static class SlotLiveness
{
    /// <summary>The blocks on whose entry the slot's value may be read later, and the blocks that write it.</summary>
    public static (HashSet<BlockReference> LiveOnEntry, List<Block> Writers) Of(FlowGraph graph, Value slot)
    {
        var live = new HashSet<BlockReference>();
        var writers = new List<Block>();
        var written = new HashSet<BlockReference>();
        var pending = new Stack<BlockReference>();
        foreach (var block in graph.Order)
        {
            if (ReadsFirst(block, slot) && live.Add(block.Reference))
                pending.Push(block.Reference);
            if (block.Instructions.Any(i => Writes(i, slot)))
            {
                writers.Add(block);
                written.Add(block.Reference);
            }
        }
        while (pending.Count > 0)
        {
            foreach (var predecessor in graph.Predecessors(pending.Pop()))
            {
                var from = predecessor.From.Reference;
                if (!written.Contains(from) && live.Add(from))
                    pending.Push(from);
            }
        }
        return (live, writers);
    }

    private static bool ReadsFirst(Block block, Value slot)
    {
        foreach (var instruction in block.Instructions)
        {
            if (instruction is Load load && load.Address == slot)
                return true;
            if (Writes(instruction, slot))
                return false;
        }
        return false;
    }

    private static bool Writes(Instruction instruction, Value slot) =>
        (instruction is Store store && store.Address == slot) || (instruction is Zero zero && zero.Address == slot);
}
