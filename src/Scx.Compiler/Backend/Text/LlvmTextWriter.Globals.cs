using System.Text;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Backend;

/// <content>Globals, maps, the ops table and the licence.</content>
public sealed partial class LlvmTextWriter
{
    private readonly List<string> _globalVariables = [];

    private void WriteLicense()
    {
        byte[] bytes = [.. Encoding.ASCII.GetBytes(_module.License), 0];
        // A dot keeps the symbol apart from every C# name; the kernel side finds the section, not the symbol.
        _globals.Append($"@scx.license = dso_local constant [{bytes.Length} x i8] c{LlvmSyntax.Quote(bytes)}, section \"license\", align 1\n");
    }

    private void WriteGlobal(Global global)
    {
        string debug = GlobalVariable(global.Name, global.Enum is { } type ? UserEnum(type, (IntType)global.Type) : DebugType(global.Type), global.Span, global.Tags);
        // The loader sets what is read-only before the kernel freezes it, so LLVM may merge reads but must not know the value.
        string kind = global.Section != GlobalSection.ReadOnly ? "global" : global.NeverChanges ? "constant" : "externally_initialized constant";
        _globals.Append(
            $"{LlvmSyntax.Symbol(global.Name)} = dso_local {(global.IsHidden ? "hidden " : "")}{kind} {LlvmSyntax.MemoryType(global.Type)} {Initializer(global)}, " +
            $"section \"{SectionOf(global)}\", align {Layout.PlacedAlignmentOf(global.Type)}, !dbg {debug}\n");
    }

    private static string SectionOf(Global global) => global.Section switch
    {
        GlobalSection.Zeroed => global.SectionSuffix is { } name ? ".bss." + name : ".bss",
        GlobalSection.ReadOnly => ".rodata",
        _ when global.SectionSuffix is { } suffix => ".data." + suffix,
        _ => ".data",
    };

    private static string Initializer(Global global)
    {
        if (global.InitialBytes.IsEmpty || global.InitialBytes.All(b => b == 0))
            return LlvmSyntax.MemoryType(global.Type) == "ptr" ? "null" : "zeroinitializer";
        byte[] bytes = [.. global.InitialBytes];
        if (bytes.Length != Layout.SizeOf(global.Type))
        {
            throw new InternalCompilerException(
                global.Span, $"'{global.Name}' has {bytes.Length} initial bytes, its type {Layout.SizeOf(global.Type)}");
        }
        if (global.Type is not (BoolType or IntType))
            return "c" + LlvmSyntax.Quote(bytes);
        byte[] number = new byte[8];
        bytes.CopyTo(number, 0);
        return LlvmSyntax.Literal(global.Type is BoolType ? IrType.U8 : global.Type, BitConverter.ToInt64(number));
    }

    private void WriteStructOps(StructOps ops)
    {
        string definition = _metadata.Reserve();
        List<string> members = [], types = [], values = [];
        int end = 0, alignment = 1;
        foreach (StructOpsMember member in ops.Members)
        {
            (string debug, string type, string value, int size, int memberAlignment) = OpsMember(member);
            int offset = Layout.AlignUp(end, memberAlignment);
            members.Add(Member(definition, member.Name, debug, size, offset));
            types.Add(type);
            values.Add($"{type} {value}");
            end = offset + size;
            alignment = Math.Max(alignment, memberAlignment);
        }
        int total = Layout.AlignUp(end, alignment);
        _metadata.Define(definition, Struct(ops.TypeName, total, members));
        string variable = GlobalVariable(
            ops.VariableName, definition, SourceSpan.None, _module.MinimumKernel is { } minimum ? [$"scx:minimum-kernel:{minimum}"] : []);
        _globals.Append(
            $"{LlvmSyntax.Symbol(ops.VariableName)} = dso_local global {{ {string.Join(", ", types)} }} {{ {string.Join(", ", values)} }}, " +
            $"section \".struct_ops.link\", align {alignment}, !dbg {variable}\n");
    }

    private (string Debug, string Type, string Value, int Size, int Alignment) OpsMember(StructOpsMember member)
    {
        switch (member)
        {
            case CallbackMember callback:
                return (PointerTo(ProgramType(callback.Program)), "ptr", LlvmSyntax.Symbol(callback.Program.Function.Name), 8, 8);
            case NumberMember number:
                int size = Layout.SizeOf(number.Type);
                string literal = LlvmSyntax.Literal(number.Type, (long)number.Number);
                return (DebugType(number.Type), LlvmSyntax.MemoryType(number.Type), literal, size, size);
            case TextMember text:
                byte[] bytes = Encoding.ASCII.GetBytes(text.Text);
                if (bytes.Length >= text.Capacity)
                    throw new InternalCompilerException(SourceSpan.None, $"'{text.Text}' does not fit into {text.Capacity} bytes");
                Array.Resize(ref bytes, text.Capacity);
                string characters = ArrayOf(DebugType(IrType.S8), text.Capacity, text.Capacity);
                return (characters, $"[{text.Capacity} x i8]", "c" + LlvmSyntax.Quote(bytes), text.Capacity, 1);
            default:
                throw new InternalCompilerException(SourceSpan.None, $"ops member of kind {member.GetType().Name}");
        }
    }

    /// <summary>A debug variable, by way of which LLVM writes the BTF variable and its declaration tags.</summary>
    private string GlobalVariable(string name, string type, SourceSpan span, IEnumerable<string> tags)
    {
        string variable = _metadata.AddDistinct(
            $"!DIGlobalVariable(name: {LlvmSyntax.Quote(name)}, scope: {_unit}, file: {FileOf(span)}, line: {span.Line}, type: {type}, " +
            $"isLocal: false, isDefinition: true{Annotations(tags)})");
        string expression = _metadata.Add($"!DIGlobalVariableExpression(var: {variable}, expr: !DIExpression())");
        _globalVariables.Add(expression);
        return expression;
    }

    private string Annotations(IEnumerable<string> tags)
    {
        string[] annotations = [.. tags.Select(tag => _metadata.Tuple(["!\"btf_decl_tag\"", "!" + LlvmSyntax.Quote(tag)]))];
        return annotations.Length == 0 ? "" : $", annotations: {_metadata.Tuple(annotations)}";
    }
}
