namespace Scx.Compiler.Ir;

/// <summary>
/// The variables of a method in which a lookup in an array map finds a constant index. The verifier knows such an index, and that the entry is there, where it
/// lies at the start of one of the eight bytes that it keeps track of (get_constant_map_key() in kernel/bpf/verifier.c, since 6.14); zero it knows anywhere.
/// </summary>
internal static class ConstantIndexes
{
    /// <summary>Those that are given a constant other than zero.</summary>
    public static IEnumerable<Value> Of(Function function)
    {
        var instructions = function.Blocks.SelectMany(b => b.Instructions).ToList();
        HashSet<Value> indexes = [.. instructions.OfType<MapOperation>().Where(o => o.MapType.Indexed && o.Arguments.Length > 1).Select(o => o.Arguments[1])];
        HashSet<Value> constants = [.. instructions.OfType<Constant>().Where(c => c.Number != 0).Select(c => c.Result!)];
        constants.UnionWith(instructions.OfType<Convert>().Where(c => constants.Contains(c.Operand)).Select(c => c.Result!));
        return instructions.OfType<Store>().Where(s => indexes.Contains(s.Address) && constants.Contains(s.Stored)).Select(s => s.Address);
    }
}
