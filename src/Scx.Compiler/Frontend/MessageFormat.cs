using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>The C format string of a message, as the kernel reads it (<c>bpf_bprintf_prepare</c>, kernel/bpf/helpers.c, 7.3), while its parts come in.</summary>
/// <param name="data">Where the numbers go, an array of 64-bit ones.</param>
internal sealed class MessageFormat(Value data)
{
    /// <summary>MAX_BPRINTF_VARARGS.</summary>
    public const int MaxHoles = 12;

    private readonly StringBuilder text = new();

    /// <summary>The address of the array of numbers.</summary>
    public Value Data { get; } = data;

    /// <summary>Holes so far.</summary>
    public int Holes { get; private set; }

    /// <summary>The format string.</summary>
    public override string ToString() => text.ToString();

    /// <summary>Adds text that is printed as it is.</summary>
    /// <exception cref="UnsupportedException">The kernel refuses its characters.</exception>
    public void Add(string literal, SourceSpan span)
    {
        foreach (char character in literal)
        {
            if (character is not (>= ' ' and <= '~' or >= '\t' and <= '\r'))
            {
                string shown = character < ' ' ? $"\\u{(int)character:x4}" : character.ToString();
                throw new UnsupportedException(Rules.Format, span, $"'{shown}' is not a printable ASCII character", "leave it out");
            }
            text.Append(character == '%' ? "%%" : character.ToString());
        }
    }

    /// <summary>Adds a hole.</summary>
    /// <param name="type">Type of the value.</param>
    /// <param name="width">Least width, negative to the left; 0 for any.</param>
    /// <param name="format">The C# format, or null.</param>
    /// <param name="span">The hole.</param>
    /// <returns>Whether the number is printed by its bits alone, whatever its sign.</returns>
    /// <exception cref="UnsupportedException">The kernel cannot print it so.</exception>
    public bool AddHole(ITypeSymbol type, int width, string? format, SourceSpan span)
    {
        if (++Holes > MaxHoles)
        {
            string most = MaxHoles.ToString(CultureInfo.InvariantCulture);
            throw new UnsupportedException(Rules.Format, span, $"A message has at most {most} holes", "print the rest in a second one");
        }
        text.Append('%');
        if (width != 0)
            text.Append(width.ToString(CultureInfo.InvariantCulture));
        if (TypeLowering.Integer(type) is not { } integer || type.SpecialType == SpecialType.System_Char)
        {
            if (!string.IsNullOrEmpty(format))
                throw Unknown(format!, type, span);
            text.Append(Conversion(type, span));
            return false;
        }
        var (letter, digits) = Parse(format, type, span);
        if (digits != 0 && (width != 0 || (letter == 'd' && integer.Signed)))
            throw Unknown(format!, type, span);
        if (digits != 0)
            text.Append('0').Append(digits.ToString(CultureInfo.InvariantCulture));
        text.Append("ll").Append(letter == 'd' && !integer.Signed ? 'u' : letter);
        return letter != 'd';
    }

    private static string Conversion(ITypeSymbol type, SourceSpan span) => type switch
    {
        { SpecialType: SpecialType.System_Boolean } => "s",
        { SpecialType: SpecialType.System_Char } => "c",
        _ when type.MetadataNameIs(KnownSymbols.KernelString) => "s",
        _ when TypeLowering.KernelStruct(type) is not null => "p",
        _ => throw new UnsupportedException(
            Rules.Format, span, $"A value of type '{TypeLowering.Display(type)}' cannot be a hole of a message", "print its numbers one by one"),
    };

    private static (char Letter, int Digits) Parse(string? format, ITypeSymbol type, SourceSpan span)
    {
        if (string.IsNullOrEmpty(format))
            return ('d', 0);
        char letter = format![0] == 'D' ? 'd' : format[0];
        string number = format.Substring(1);
        int digits = 0;
        bool known = letter is 'd' or 'x' or 'X'
            && (number.Length == 0 || int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out digits) && digits is > 0 and < 100);
        return known ? (letter, digits) : throw Unknown(format, type, span);
    }

    private static UnsupportedException Unknown(string format, ITypeSymbol type, SourceSpan span) => new(
        Rules.Format, span, $"'{TypeLowering.Display(type)}' has no format '{format}' here",
        "there are ':d', ':x' and ':X', with a number of digits for ':x', ':X' and unsigned ':d', and a width before the colon instead");
}
