using System.Text;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Backend;

/// <content>Files, functions and places, which are what LLVM makes the line records of <c>.BTF.ext</c> from.</content>
public sealed partial class LlvmTextWriter
{
    private readonly Dictionary<string, string> _files;
    private readonly string _mainFile;
    private readonly string _unit;

    /// <summary>The file that a place lies in, with its text, so that no one has to find it on a disk.</summary>
    internal string FileOf(SourceSpan span) => FileNode(_module.Sources.ContainsKey(span.File) ? span.File : null) ?? _mainFile;

    private string? FileNode(string? file)
    {
        if (file is null)
            return null;
        if (!_files.TryGetValue(file, out string? node))
        {
            SourceFile source = _module.Sources[file];
            node = FileNode(source.PathInObject, source.Text);
            _files.Add(file, node);
        }
        return node;
    }

    /// <summary>LLVM splits the text at \n only (BTFDebug.cpp, populateFileContent), and reads the disk if there is no text.</summary>
    private string FileNode(string path, string text)
    {
        string lines = text.Length == 0 ? "\n" : text.Replace("\r\n", "\n", StringComparison.Ordinal);
        return _metadata.Add($"!DIFile(filename: {LlvmSyntax.Quote(path)}, directory: \"\", source: {LlvmSyntax.Quote(lines)})");
    }

    private string MainFile()
    {
        string? file = _module.Functions.Select(f => f.Span.File).FirstOrDefault(_module.Sources.ContainsKey)
            ?? _module.Sources.OrderBy(s => s.Value.PathInObject, StringComparer.Ordinal).Select(s => s.Key).FirstOrDefault();
        return FileNode(file) ?? FileNode(_module.Name + ".cs", "");
    }

    /// <summary>The debug function of a method, whose type BTF shows.</summary>
    internal string Subprogram(
        Function function, string symbol, string type, IReadOnlyList<(string Name, string Type)> parameters, bool local,
        IEnumerable<string>? tags = null, IReadOnlyList<string[]>? parameterTags = null)
    {
        string reference = _metadata.Reserve();
        string file = FileOf(function.Span);
        // The kernel wants every parameter of a function in BTF named (kernel/bpf/btf.c, btf_func_check); LLVM takes the names from here.
        string[] names = [.. parameters.Select((p, i) => _metadata.Add(
            $"!DILocalVariable(name: \"{LlvmSyntax.BtfIdentifier(p.Name)}\", arg: {i + 1}, scope: {reference}, file: {file}, " +
            $"line: {function.Span.Line}, type: {p.Type}{Annotations(parameterTags?[i] ?? [])})"))];
        _metadata.Define(reference,
            $"distinct !DISubprogram(name: {LlvmSyntax.Quote(symbol)}, scope: {file}, file: {file}, " +
            $"line: {function.Span.Line}, type: {type}, " +
            $"scopeLine: {function.Span.Line}, flags: DIFlagPrototyped, " +
            $"spFlags: {(local ? "DISPFlagLocalToUnit | " : "")}DISPFlagDefinition | DISPFlagOptimized, unit: {_unit}, " +
            $"retainedNodes: {_metadata.Tuple(names)}{Annotations(tags ?? [])})");
        return reference;
    }

    /// <summary>A prototype; the result's debug type comes first.</summary>
    internal string SubroutineType(IEnumerable<string> types) => _metadata.Add($"!DISubroutineType(types: {_metadata.Tuple(types)})");

    /// <summary>A program takes its arguments in an array of 64-bit slots.</summary>
    internal string ProgramType(Ir.Program program) => SubroutineType([ProgramResult(program), PointerTo(DebugType(IrType.U64))]);

    private string ProgramResult(Ir.Program program) => DebugType(ProgramResultType(program));

    /// <summary>
    /// What a program leaves in register 0: the narrow results widened to int. Only a callback of the ops table may leave nothing there.
    /// </summary>
    internal static IrType ProgramResultType(Ir.Program program) => program.Function.ReturnType switch
    {
        VoidType when program.Entry is not null => IrType.S32,
        BoolType or IntType { Bits: < 32 } => IrType.S32,
        var type => type,
    };

    /// <summary>
    /// A place inside a function. Synthesized steps are shown at the function's own line, since the kernel wants each to have one.
    /// </summary>
    internal string Location(SourceSpan span, Function function, string subprogram)
    {
        SourceSpan place = span.Line > 0 ? span : function.Span;
        string file = FileOf(place);
        string scope = file == FileOf(function.Span)
            ? subprogram
            : _metadata.Add($"!DILexicalBlockFile(scope: {subprogram}, file: {file}, discriminator: 0)");
        return _metadata.Add($"!DILocation(line: {place.Line}, column: {Math.Min(place.Column, MaximumColumn)}, scope: {scope})");
    }

    /// <summary>Ten bits of bpf_line_info.line_col (include/uapi/linux/bpf.h, BPF_LINE_INFO_LINE_COL).</summary>
    private const int MaximumColumn = 1023;

    private void WriteModuleMetadata(StringBuilder text)
    {
        string version = _metadata.Add("!{i32 2, !\"Debug Info Version\", i32 3}");
        string dwarf = _metadata.Add("!{i32 7, !\"Dwarf Version\", i32 5}");
        _metadata.Define(_unit,
            $"distinct !DICompileUnit(language: DW_LANG_C11, file: {_mainFile}, producer: \"scxc\", isOptimized: true, " +
            $"runtimeVersion: 0, emissionKind: FullDebug, globals: {_metadata.Tuple(_globalVariables)}, splitDebugInlining: false, nameTableKind: None)");
        text.Append($"\n!llvm.dbg.cu = !{{{_unit}}}\n!llvm.module.flags = !{{{dwarf}, {version}}}\n\n");
        _metadata.WriteTo(text);
    }
}
