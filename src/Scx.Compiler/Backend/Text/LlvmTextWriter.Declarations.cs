using System.Text;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Backend;

/// <content>What functions refer to outside themselves: kernel functions and intrinsics.</content>
public sealed partial class LlvmTextWriter
{
    private readonly Dictionary<string, KernelFunctionForm> _kernelFunctions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _weakSymbols = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _intrinsics = new(StringComparer.Ordinal);
    private readonly Dictionary<FunctionReference, string> _callSymbols = [];

    /// <summary>A kernel function is weak in the whole object if any use of it allows for its absence.</summary>
    private void NoteWeakSymbols()
    {
        foreach (Instruction instruction in _module.Functions.SelectMany(f => f.Blocks).SelectMany(b => b.Instructions))
        {
            if (instruction is KernelFunctionExists exists)
                _weakSymbols.Add(exists.Form.Symbol);
            // Of several forms no one is in every kernel: the oldest may be gone by now.
            else if (instruction is CallKernel { Function: var function } && (function.Optional || function.Forms.Length > 1))
                _weakSymbols.UnionWith(function.Forms.Where(f => f.Helper is null).Select(f => f.Symbol));
        }
    }

    /// <summary>Refers to a kernel function, which is declared in the end.</summary>
    internal string KernelFunctionSymbol(KernelFunctionForm form)
    {
        _kernelFunctions.TryAdd(form.Symbol, form);
        return LlvmSyntax.Symbol(ExternName(form.Symbol));
    }

    // libbpf takes what follows the last three underscores of an extern's name for a flavour, as in CO-RE, and looks for the kernel function
    // without it (bpf_object__collect_externs); a name that has three underscores of its own needs a flavour to lose.
    private static string ExternName(string symbol) => symbol.Contains("___", StringComparison.Ordinal) ? symbol + "___scx" : symbol;

    /// <summary>What a call names: a program that the scheduler also calls itself has a second body for that.</summary>
    internal string CallSymbol(FunctionReference function) =>
        _callSymbols.TryGetValue(function, out string? symbol) ? symbol : function.Name + "__called";

    /// <summary>Refers to an intrinsic, which is declared in the end.</summary>
    internal void UseIntrinsic(string declaration) => _intrinsics.Add(declaration);

    /// <summary>Metadata shared by many instructions: a byte that holds a bool.</summary>
    internal string BoolRange() => _metadata.Add("!{i8 0, i8 2}");

    /// <summary>The empty node that <c>!noundef</c> points at.</summary>
    internal string EmptyNode() => _metadata.Add("!{}");

    /// <summary>Instructions that may be used.</summary>
    internal CpuLevel Cpu => _options.Cpu;

    private void WriteDeclarations(StringBuilder text)
    {
        foreach (KernelFunctionForm form in _kernelFunctions.Values.ToArray())
        {
            string prototype = SubroutineType(form.Parameters.Prepend(form.ReturnType).Select(DebugType));
            string debug = _metadata.Add(
                $"!DISubprogram(name: {LlvmSyntax.Quote(ExternName(form.Symbol))}, scope: {_mainFile}, file: {_mainFile}, type: {prototype}, " +
                "flags: DIFlagPrototyped, spFlags: DISPFlagOptimized)");
            string parameters = string.Join(", ", form.Parameters.Select(p => (LlvmSyntax.ValueType(p) + " " + LlvmSyntax.Extension(p)).TrimEnd()));
            string linkage = _weakSymbols.Contains(form.Symbol) ? "extern_weak " : "";
            text.Append(
                $"declare !dbg {debug} {linkage}dso_local {LlvmSyntax.ValueType(form.ReturnType)} {KernelFunctionSymbol(form)}({parameters}) " +
                "nounwind section \".ksyms\"\n");
        }
        foreach (string declaration in _intrinsics)
            text.Append(declaration).Append('\n');
        text.Append("\nattributes #0 = { nounwind \"frame-pointer\"=\"all\" \"no-jump-tables\"=\"true\" }\n");
        text.Append("attributes #1 = { alwaysinline nounwind \"frame-pointer\"=\"all\" \"no-jump-tables\"=\"true\" }\n");
        text.Append("attributes #2 = { noinline nounwind \"frame-pointer\"=\"all\" \"no-jump-tables\"=\"true\" }\n");
        text.Append("attributes #3 = { \"btf_ama\" }\n");
        text.Append("attributes #4 = { \"btf_type_id\" }\n");
    }
}
