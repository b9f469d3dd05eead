using System.Text;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Backend;

/// <summary>Prints one function's body.</summary>
internal sealed partial class FunctionTextWriter
{
    private readonly LlvmTextWriter _module;
    private readonly Function _function;
    private readonly Ir.Program? _program;
    private readonly string _subprogram;
    private readonly string _symbol;
    private readonly List<Block> _blocks;
    private readonly Dictionary<BlockReference, int> _blockIndex = [];
    private readonly Dictionary<BlockReference, string> _exitLabels = [];
    private readonly HashSet<BlockReference> _afterTests = [];
    private readonly Dictionary<Block, StringBuilder> _bodies = [];
    private readonly StringBuilder _entry = new();
    private StringBuilder _body = new();
    private Block _block = null!;
    private string _debug = "";
    private string _label = "";
    private int _nextName;

    /// <summary>Starts on a function.</summary>
    /// <param name="module">What is shared by all functions.</param>
    /// <param name="function">The function.</param>
    /// <param name="program">The program it is, or null for a function that only the scheduler itself calls.</param>
    public FunctionTextWriter(LlvmTextWriter module, Function function, Ir.Program? program)
    {
        _module = module;
        _function = function;
        _program = program;
        _symbol = program is null ? module.CallSymbol(function.Reference) : function.Reference.Name;
        _subprogram = program is null ? MethodSubprogram() : ProgramSubprogram(program);
        _blocks = Reachable(function);
        foreach (Block block in _blocks)
            _blockIndex.Add(block.Reference, _blockIndex.Count);
        NoteDefinitions();
        NoteTests();
    }

    /// <summary>Prints it.</summary>
    public string Write()
    {
        foreach (Block block in _blocks)
        {
            _block = block;
            _body = _bodies[block] = new StringBuilder();
            _label = LabelOf(block.Reference);
            foreach (Instruction instruction in block.Instructions)
            {
                At(instruction.Span);
                WriteInstruction(instruction);
            }
            At(block.End.Span);
            _exitLabels[block.Reference] = _label;
            WriteTerminator(block.End);
        }
        At(SourceSpan.None);
        if (_program is not null)
            WriteContextLoads();
        if (_program?.Arena is { } arena)
            UseArena(arena);

        var text = new StringBuilder();
        text.Append(Header());
        for (int i = 0; i < _blocks.Count; i++)
        {
            text.Append(LabelOf(_blocks[i].Reference)).Append(":\n");
            if (i == 0)
                text.Append(_entry);
            WritePhis(text, _blocks[i]);
            text.Append(_bodies[_blocks[i]]);
        }
        WriteExit(text);
        return text.Append("}\n\n").ToString();
    }

    private string Header()
    {
        if (_program is { } program)
        {
            string section = program.Entry?.Section ?? (program.Sleepable ? "struct_ops.s/" : "struct_ops/") + _symbol;
            return $"define dso_local {LlvmSyntax.ValueType(ReturnType)} {LlvmSyntax.Symbol(_symbol)}(ptr %ctx) #0 " +
                $"section \"{section}\" !dbg {_subprogram} {{\n";
        }
        // BPF passes five arguments in registers and, before kernel 7.3, none elsewhere.
        bool always = _function.Inlining == Inlining.Always || _function.Parameters.Length > 5;
        string attributes = always ? "#1" : _function.Inlining is Inlining.Never or Inlining.Global ? "#2" : "#0";
        string parameters = string.Join(", ", _function.Parameters.Select(
            p => $"{LlvmSyntax.ValueType(p.Type)} {LlvmSyntax.Extension(p.Type)}{Operand(p)}"));
        IrType result = _function.Reference.ReturnType;
        // Weak: LLVM is to know no more of it than the verifier does.
        return $"define {(_function.Inlining == Inlining.Global ? "weak dso_local" : "internal")} {LlvmSyntax.Extension(result)}{LlvmSyntax.ValueType(result)} {LlvmSyntax.Symbol(_symbol)}({parameters}) " +
            $"{attributes} !dbg {_subprogram} {{\n";
    }

    private string ProgramSubprogram(Ir.Program program) => _module.Subprogram(
        _function, _symbol, _module.ProgramType(program), [("ctx", _module.PointerTo(_module.DebugType(IrType.U64)))], local: false,
        program.Entry?.Tags);

    private string MethodSubprogram()
    {
        (string Name, string Type)[] parameters =
            [.. _function.Parameters.Select((p, i) => (p.Name ?? $"argument{i}", _module.DebugType(p.Type)))];
        string type = _module.SubroutineType(parameters.Select(p => p.Type).Prepend(_module.DebugType(_function.Reference.ReturnType)));
        if (_function.Inlining != Inlining.Global)
            return _module.Subprogram(_function, _symbol, type, parameters, local: true);
        return _module.Subprogram(_function, _symbol, type, parameters, local: false, parameterTags: [.. _function.Parameters.Select(ArgumentTags)]);
    }

    /// <summary>What the verifier is to know of an argument of a global function (kernel/bpf/btf.c, btf_prepare_func_args).</summary>
    private static string[] ArgumentTags(Value parameter) => parameter.Type switch
    {
        PointerType { Space: MemorySpace.Kernel, MayBeNull: true } => ["arg:trusted", "arg:nullable"],
        PointerType { Space: MemorySpace.Kernel } => ["arg:trusted"],
        PointerType => ["arg:nonnull"],
        _ => [],
    };

    private void At(SourceSpan span) => _debug = ", !dbg " + _module.Location(span, _function, _subprogram);

    private string NewName() => $"%x{_nextName++}";

    private void Emit(string line) => _body.Append("  ").Append(line).Append(_debug).Append('\n');

    /// <summary>Emits an instruction under a fresh name.</summary>
    private string Define(string instruction)
    {
        string name = NewName();
        Emit($"{name} = {instruction}");
        return name;
    }

    /// <summary>Goes on in a block of LLVM's that no block of the IR stands for.</summary>
    private void StartBlock(string label)
    {
        _label = label;
        _body.Append(label).Append(":\n");
    }

    private string NewLabel() => $"s{_nextName++}";

    private InternalCompilerException Broken(SourceSpan span, string message) => new(span.Line > 0 ? span : _function.Span, message);
}
