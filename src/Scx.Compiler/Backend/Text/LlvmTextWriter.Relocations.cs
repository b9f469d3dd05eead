using System.Text;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Backend;

/// <content>
/// What the loader fills in from the running kernel. LLVM's intrinsics for this (llvm.preserve.struct.access.index and its like) are turned
/// by an early pass into reads of external variables whose names say what is wanted; the code generator makes each read an immediate with a
/// relocation. We write those reads ourselves, because the pass keeps its variables in a static table (BPFAbstractMemberAccess.cpp,
/// GEPGlobals): with it one process can compile one module only, the second crashes.
/// </content>
public sealed partial class LlvmTextWriter
{
    private readonly HashSet<string> _relocationSymbols = new(StringComparer.Ordinal);
    private readonly StringBuilder _relocations = new();
    private readonly Dictionary<StructType, string> _typeIds = [];
    private int _nextPassthrough;

    /// <summary>The variable for a field of a kernel struct.</summary>
    /// <param name="kind">What is asked.</param>
    /// <param name="structName">The struct that the path starts from.</param>
    /// <param name="path">Positions of the fields from struct to struct.</param>
    /// <param name="here">The answer for the layout in this object.</param>
    internal string FieldRelocation(RelocationKind kind, string structName, IEnumerable<int> path, int here)
    {
        string type = kind == RelocationKind.FieldByteOffset ? "i64" : "i32";
        return Relocation(type, $"llvm.{structName}:{(int)kind}:{here}$0:{string.Join(':', path)}", KernelStructType(structName));
    }

    /// <summary>The variable for a value of a kernel enum.</summary>
    internal string EnumRelocation(RelocationKind kind, KernelEnumConstant constant, long here) =>
        Relocation("i64", $"llvm.{constant.Enum}:{(int)kind}:{here}${_kernelEnums.IndexOf(constant)}", KernelEnumType(constant.Enum));

    /// <summary>The variable for the number of a struct of the user's in the object's BTF.</summary>
    internal string TypeIdRelocation(StructType type)
    {
        if (!_typeIds.TryGetValue(type, out string? symbol))
        {
            symbol = "@" + LlvmSyntax.Quote($"llvm.btf_type_id.{_typeIds.Count}${(int)RelocationKind.TypeIdLocal}");
            _typeIds.Add(type, symbol);
            _relocations.Append($"{symbol} = external global i64, !llvm.preserve.access.index {DebugType(type)} #4\n");
        }
        return symbol;
    }

    /// <summary>Position in the layout of this object.</summary>
    internal int KernelFieldOffset(KernelStruct type, int index) => _kernelStructs.FieldOffsets(type).Offsets[index];

    /// <summary>The fields used of a kernel struct.</summary>
    internal KernelStruct KernelStructOf(string name) => _kernelStructs.Get(name);

    /// <summary>Whether the module asks for a field before it is used.</summary>
    internal bool IsAskedFor(string structName, string field) => _kernelStructs.IsAskedFor(structName, field);

    /// <summary>A number that keeps LLVM from merging two relocated values.</summary>
    internal int NextPassthrough(string type)
    {
        string suffix = type == "ptr" ? "p0.p0" : $"{type}.{type}";
        UseIntrinsic($"declare {type} @llvm.bpf.passthrough.{suffix}(i32, {type})");
        return _nextPassthrough++;
    }

    private string Relocation(string type, string name, string debugType)
    {
        string symbol = "@" + LlvmSyntax.Quote(name);
        if (_relocationSymbols.Add(name))
            _relocations.Append($"{symbol} = external global {type}, !llvm.preserve.access.index {debugType} #3\n");
        return symbol;
    }
}

/// <summary>Kinds of relocation, numbered as enum bpf_core_relo_kind (include/uapi/linux/bpf.h).</summary>
internal enum RelocationKind
{
    /// <summary>BPF_CORE_FIELD_BYTE_OFFSET.</summary>
    FieldByteOffset = 0,

    /// <summary>BPF_CORE_FIELD_EXISTS.</summary>
    FieldExists = 2,

    /// <summary>BPF_CORE_TYPE_ID_LOCAL.</summary>
    TypeIdLocal = 6,

    /// <summary>BPF_CORE_ENUMVAL_EXISTS.</summary>
    EnumValueExists = 10,

    /// <summary>BPF_CORE_ENUMVAL_VALUE.</summary>
    EnumValue = 11,
}
