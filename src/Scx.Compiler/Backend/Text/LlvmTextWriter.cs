using System.Text;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Backend;

/// <summary>
/// Prints a module as LLVM IR text. The same module gives the same text on any machine.
/// Text rather than LLVM's builder calls, because annotations (BTF declaration tags) can be said in text only: LLVM-C 19 has no call for
/// them.
/// </summary>
public sealed partial class LlvmTextWriter
{
    private readonly Module _module;
    private readonly BackendOptions _options;
    private readonly MetadataTable _metadata = new();
    private readonly KernelStructTable _kernelStructs;
    private readonly KernelEnumTable _kernelEnums;
    private readonly Dictionary<string, StructType> _kernelStates;
    private readonly StringBuilder _globals = new();
    private readonly StringBuilder _functions = new();

    private LlvmTextWriter(Module module, BackendOptions options)
    {
        _module = module;
        _options = options;
        _kernelStructs = KernelStructTable.Collect(module.Functions);
        _kernelEnums = KernelEnumTable.Collect(module.Functions);
        _kernelStates = KernelStates.Collect(module);
        _files = new Dictionary<string, string>(StringComparer.Ordinal);
        _mainFile = MainFile();
        _unit = _metadata.Reserve();
    }

    /// <summary>Prints a module.</summary>
    /// <param name="module">A verified module.</param>
    /// <param name="options">What the user chose.</param>
    /// <returns>LLVM IR text without data layout: that is the target machine's to say.</returns>
    /// <exception cref="InternalCompilerException">The module breaks a rule of the IR.</exception>
    public static string Write(Module module, BackendOptions options) => new LlvmTextWriter(module, options).Write();

    private string Write()
    {
        WriteLicense();
        foreach (Global global in _module.Globals)
            WriteGlobal(global);
        foreach (Map map in _module.Maps)
            WriteMap(map);
        WriteFunctions();
        if (_module.Ops is { } ops)
            WriteStructOps(ops);

        var text = new StringBuilder();
        text.Append("source_filename = ").Append(LlvmSyntax.Quote(_module.Name)).Append('\n');
        text.Append("target triple = \"bpfel\"\n\n");
        text.Append(_globals).Append(_relocations).Append('\n').Append(_functions);
        WriteDeclarations(text);
        WriteModuleMetadata(text);
        return text.ToString();
    }

    private void WriteFunctions()
    {
        Dictionary<FunctionReference, Ir.Program> programs = _module.Programs.ToDictionary(p => p.Function);
        IEnumerable<Instruction> instructions = _module.Functions.SelectMany(f => f.Blocks).SelectMany(b => b.Instructions);
        HashSet<FunctionReference> called = [.. instructions.OfType<Call>().Select(c => c.Function),
            .. instructions.OfType<FunctionAddress>().Select(a => a.Function)];
        NoteWeakSymbols();
        foreach (Function function in _module.Functions.Where(f => !programs.ContainsKey(f.Reference)))
            _callSymbols[function.Reference] = function.Reference.Name;
        foreach (Function function in _module.Functions.Select(FrameNullness.Told))
        {
            Ir.Program? program = programs.GetValueOrDefault(function.Reference);
            if (program is not null)
                _functions.Append(new FunctionTextWriter(this, function, program).Write());
            if (program is null || called.Contains(function.Reference))
                _functions.Append(new FunctionTextWriter(this, function, null).Write());
        }
    }
}
