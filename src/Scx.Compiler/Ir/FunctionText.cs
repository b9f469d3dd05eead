using System.Text;

namespace Scx.Compiler.Ir;

/// <summary>Numbers the values of one function and writes it down.</summary>
internal sealed class FunctionText
{
    private const int CommentColumn = 72;

    private readonly Dictionary<Value, string> names = [];
    private readonly Dictionary<string, int> taken = [];
    private readonly Dictionary<BlockReference, string> labels = [];
    private readonly StringBuilder text = new();
    private readonly bool places;
    private int unnamed;

    /// <param name="function">The function.</param>
    /// <param name="places">Whether each line says what it comes from.</param>
    public FunctionText(Function function, bool places)
    {
        this.places = places;
        foreach (var parameter in function.Parameters)
            Name(parameter);
        foreach (var block in function.Blocks)
            Define(block);

        text.Append("; ").Append(function.DisplayName).Append(' ').Append(places ? IrPrinter.Place(function.Span) : "").Append('\n');
        text.Append("func ").Append(function.Reference.Name).Append('(');
        text.Append(string.Join(", ", function.Parameters.Select(Declared)));
        text.Append(") ").Append(IrTypeText.Of(function.Reference.ReturnType));
        text.Append(function.Inlining == Inlining.Automatic ? "" : $" inline {function.Inlining.ToString().ToLowerInvariant()}").Append(" {\n");
        foreach (var block in function.Blocks)
            Append(block);
        text.Append("}\n");
    }

    public override string ToString() => text.ToString();

    private void Define(Block block)
    {
        string label = block.Reference.Label;
        labels.Add(block.Reference, Unique("block " + label, label));
        foreach (var parameter in block.Parameters)
            Name(parameter);
        foreach (var instruction in block.Instructions)
        {
            if (instruction.Result is { } result)
                Name(result);
        }
    }

    private void Name(Value value)
    {
        // A value defined twice is for IrVerifier to refuse; the dump of it must still come out.
        if (!names.ContainsKey(value))
            names.Add(value, "%" + (value.Name is { } name ? Unique(name, name) : $"{unnamed++}"));
    }

    private string Unique(string key, string name)
    {
        taken.TryGetValue(key, out int count);
        taken[key] = count + 1;
        return count == 0 ? name : $"{name}.{count}";
    }

    private string Of(Value value) => names.TryGetValue(value, out string? name) ? name : "%undefined";

    private string List(IEnumerable<Value> values) => string.Join(", ", values.Select(Of));

    private string Declared(Value value) => $"{Of(value)}: {IrTypeText.Of(value.Type)}";

    private string To(Edge edge)
    {
        string label = labels.TryGetValue(edge.Block, out string? known) ? known : $"undefined {edge.Block.Label}";
        return edge.Arguments.IsEmpty ? label : $"{label}({List(edge.Arguments)})";
    }

    private void Append(Block block)
    {
        text.Append(labels[block.Reference]);
        if (!block.Parameters.IsEmpty)
            text.Append('(').Append(string.Join(", ", block.Parameters.Select(Declared))).Append(')');
        text.Append(":\n");
        foreach (var instruction in block.Instructions)
            Line(Text(instruction), instruction.Span);
        Line(Text(block.End), block.End.Span);
    }

    private void Line(string line, SourceSpan span)
    {
        string place = places ? IrPrinter.Place(span) : "";
        text.Append("  ").Append(place.Length == 0 ? line : line.PadRight(CommentColumn)).Append(place.Length == 0 ? "" : " ; ").Append(place).Append('\n');
    }

    private string Text(Instruction instruction)
    {
        string result = instruction.Result is { } value ? $"{Of(value)}: {IrTypeText.Of(value.Type)} = " : "";
        return result + Operation(instruction) + string.Concat(instruction.Obligations.Select(Text));
    }

    private string Operation(Instruction instruction) => instruction switch
    {
        Constant constant => $"const {constant.Number}",
        NullConstant => "null",
        KernelEnumConstant member => $"enum {member.Enum}.{member.Member} {member.Number}{(member.Optional ? " optional" : "")}",
        KernelFunctionExists exists => $"exists {exists.Form.Symbol}",
        KernelEnumExists { Asked: var asked } => $"exists {asked.Enum}.{asked.Member}",
        KernelFieldExists exists => $"exists {exists.Struct.Name}.{exists.Field}",
        StackSlot slot => $"slot {IrTypeText.Of(slot.Type)}",
        GlobalAddress address => $"global {address.Global.Name}",
        FunctionAddress address => $"function {address.Function.Name}",
        TypeId type => $"typeid {type.Type.Name}",
        KptrLoad load => $"kptrload {Of(load.Address)}",
        MapAddress address => $"map {address.Map.Name}",
        Load load => $"load{(load.Volatile ? " volatile" : "")} {Of(load.Address)}",
        Store store => $"store{(store.Volatile ? " volatile" : "")} {Of(store.Address)}, {Of(store.Stored)}",
        Copy copy => $"copy {IrTypeText.Of(copy.Type)} {Of(copy.Destination)}, {Of(copy.Source)}",
        Zero zero => $"zero {IrTypeText.Of(zero.Type)} {Of(zero.Address)}",
        AtomicOperation atomic => $"atomic {(atomic.IsRelaxed ? "relaxed " : "")}{Word(atomic.Operator)} {List(atomic.Arguments)}",
        FieldAddress field => $"field {Of(field.Address)}, {field.Struct.Name}.{field.Struct.Fields[field.Index].Name}",
        ElementAddress element => $"element {Of(element.Address)}[{Of(element.Index)}]",
        KernelFieldAddress field => $"kernelfield {Of(field.Object)}, {field.Field}",
        Binary binary => $"{Word(binary.Operator)} {Of(binary.Left)}, {Of(binary.Right)}",
        Unary unary => $"{Word(unary.Operator)} {Of(unary.Operand)}",
        Compare compare => $"compare {Word(compare.Relation)} {Of(compare.Left)}, {Of(compare.Right)}",
        Convert convert => $"convert {Of(convert.Operand)}",
        Conceal conceal => $"conceal {Of(conceal.Operand)}",
        Opaque opaque => $"opaque {List(opaque.Operands)}",
        Select select => $"select {List(select.Operands)}",
        Call call => $"call {call.Function.Name}({List(call.Arguments)})",
        CallKernel call => $"kfunc {call.Function.Name}({List(call.Arguments)})",
        CallHelper call => $"helper {call.Helper.Name}({List(call.Arguments)})",
        MapOperation operation => $"map {operation.Helper.Name}({List(operation.Arguments)})",
        _ => $"{Word(instruction.GetType().Name)} {List(instruction.Operands)}",
    };

    private string Text(Obligation obligation) => obligation switch
    {
        NonNull nonNull => $" !nonnull {Of(nonNull.Pointer)}",
        InSpan inSpan => $" !inspan {Of(inSpan.Number)} {(inSpan.AtMost ? "<=" : "<")} {Of(inSpan.Length)}",
        InRange inRange => $" !inrange {Of(inRange.Index)} < {inRange.Length}",
        NonZero nonZero => $" !nonzero {Of(nonZero.Divisor)}",
        _ => $" !{Word(obligation.GetType().Name)}",
    };

    private string Text(Terminator end) => end switch
    {
        Jump jump => $"jump {To(jump.Target)}",
        Branch branch => $"branch {Of(branch.Condition)}, {To(branch.WhenTrue)}, {To(branch.WhenFalse)}",
        MayGoto loop => $"maygoto {To(loop.Next)}, {To(loop.Exhausted)}",
        Return { Result: { } result } => $"return {Of(result)}",
        Return => "return",
        Trap => "trap",
        _ => throw new InternalCompilerException(end.Span, $"no text for {end.GetType().Name}"),
    };

    private static string Word(object name) => name.ToString()!.ToLowerInvariant();
}
