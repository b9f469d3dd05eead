using System.Globalization;
using System.Text;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Backend;

/// <summary>How LLVM's text spells names, strings and types.</summary>
internal static class LlvmSyntax
{
    /// <summary>A quoted string; bytes that are not plain ASCII become <c>\XX</c>.</summary>
    public static string Quote(string text) => Quote(Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="Quote(string)"/>
    public static string Quote(ReadOnlySpan<byte> bytes)
    {
        var quoted = new StringBuilder(bytes.Length + 2).Append('"');
        foreach (byte b in bytes)
        {
            if (b is >= 0x20 and < 0x7f and not (byte)'"' and not (byte)'\\')
                quoted.Append((char)b);
            else
                quoted.Append('\\').Append(b.ToString("X2", CultureInfo.InvariantCulture));
        }
        return quoted.Append('"').ToString();
    }

    /// <summary>The symbol of a global or a function.</summary>
    public static string Symbol(string name) => IsPlain(name) ? "@" + name : "@" + Quote(name);

    /// <summary>
    /// A name that the kernel takes in BTF: C identifiers only (kernel/bpf/btf.c, btf_name_valid_identifier), where C# also allows
    /// letters outside ASCII and the front end may put type arguments.
    /// </summary>
    public static string BtfIdentifier(string name)
    {
        if (name.Length == 0)
            return "_";
        var identifier = new StringBuilder(name.Length);
        foreach (char c in name)
            identifier.Append(char.IsAsciiLetterOrDigit(c) || c == '_' ? c : '_');
        return char.IsAsciiDigit(identifier[0]) ? "_" + identifier : identifier.ToString();
    }

    /// <summary>The type of a value in a register.</summary>
    public static string ValueType(IrType type) => type switch
    {
        VoidType => "void",
        BoolType => "i1",
        IntType integer => Integer(integer.Bits),
        PointerType => "ptr",
        _ => throw new InternalCompilerException(SourceSpan.None, $"{type} has no value in a register"),
    };

    /// <summary>The type of a place in memory.</summary>
    public static string MemoryType(IrType type) => type switch
    {
        BoolType => "i8",
        IntType integer => Integer(integer.Bits),
        PointerType or KptrType => "ptr",
        _ => $"[{Layout.SizeOf(type)} x i8]",
    };

    /// <summary><c>i32</c> and its like.</summary>
    public static string Integer(int bits) => bits switch { 8 => "i8", 16 => "i16", 32 => "i32", _ => "i64" };

    /// <summary>
    /// A literal of the type. LLVM wants numbers that fit, so the unsigned ones are shown with their sign bit taken as a sign.
    /// </summary>
    public static string Literal(IrType type, long number) => type switch
    {
        BoolType => number != 0 ? "true" : "false",
        IntType { Bits: 8 } => ((sbyte)number).ToString(CultureInfo.InvariantCulture),
        IntType { Bits: 16 } => ((short)number).ToString(CultureInfo.InvariantCulture),
        IntType { Bits: 32 } => ((int)number).ToString(CultureInfo.InvariantCulture),
        PointerType when number == 0 => "null",
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>What a narrow argument or result must carry so that both sides agree on the upper bits of its register.</summary>
    public static string Extension(IrType type) => type switch
    {
        BoolType => "zeroext ",
        IntType { Bits: < 32 } integer => integer.Signed ? "signext " : "zeroext ",
        _ => "",
    };

    private static bool IsPlain(string name)
    {
        foreach (char c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '.' or '$'))
                return false;
        }
        return name.Length > 0 && !char.IsAsciiDigit(name[0]);
    }
}
