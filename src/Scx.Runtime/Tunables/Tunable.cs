using System.Buffers.Binary;
using System.Globalization;

namespace Scx.Runtime;

/// <summary>
/// A number in a scheduler that is fixed when it is loaded: a <c>readonly</c> field with <see cref="TunableAttribute"/>.
/// </summary>
public sealed class Tunable
{
    internal Tunable(string name, string description, TunableKind kind, int size, bool signed, IReadOnlyDictionary<string, Int128> choices)
    {
        (Name, Description, Kind, Size, Signed, Choices) = (name, description, kind, size, signed, choices);
        OptionName = "--" + KebabCase(name);
        int bits = 8 * size;
        (Minimum, Maximum) = kind == TunableKind.Flag ? (0, 1)
            : signed ? (-(Int128.One << bits - 1), (Int128.One << bits - 1) - 1)
            : (0, (Int128.One << bits) - 1);
    }

    /// <summary>The field's name.</summary>
    public string Name { get; }

    /// <summary>What <c>scx-run</c> calls it: <c>--slice-us</c> for the field <c>sliceUs</c>.</summary>
    public string OptionName { get; }

    /// <summary>One line about it.</summary>
    public string Description { get; }

    /// <summary>What values it takes.</summary>
    public TunableKind Kind { get; }

    /// <summary>The value that it has unless it is set, as text.</summary>
    public string Default { get; private set; } = "";

    /// <summary>The smallest value.</summary>
    public Int128 Minimum { get; }

    /// <summary>The largest value.</summary>
    public Int128 Maximum { get; }

    /// <summary>What a <see cref="TunableKind.Choice"/> may be, by name.</summary>
    public IReadOnlyDictionary<string, Int128> Choices { get; }

    internal int Size { get; }

    internal bool Signed { get; }

    internal string Section { get; private set; } = "";

    internal int Offset { get; private set; }

    /// <summary>Understands a value that somebody typed.</summary>
    /// <exception cref="TunableException">It is not one that the tunable can have.</exception>
    public Int128 Parse(string text)
    {
        if (Kind == TunableKind.Flag)
        {
            return text.ToUpperInvariant() switch
            {
                "TRUE" or "YES" or "ON" or "1" => 1,
                "FALSE" or "NO" or "OFF" or "0" => 0,
                _ => throw new TunableException(Name, text, $"{OptionName}: '{text}' is neither true nor false"),
            };
        }

        if (Kind == TunableKind.Choice && Choices.TryGetValue(text, out var choice))
            return choice;
        return TryParseInteger(text, out var value) ? Check(value, text) : throw new TunableException(Name, text, Kind == TunableKind.Choice
            ? $"{OptionName}: '{text}' is none of {string.Join(", ", Choices.Keys)}"
            : $"{OptionName}: '{text}' is not a whole number");
    }

    internal Tunable At(string section, int offset, ReadOnlySpan<byte> contents)
    {
        (Section, Offset) = (section, offset);
        Default = Format(contents);
        return this;
    }

    internal Int128 Check(Int128 value, string? text = null) => value >= Minimum && value <= Maximum ? value
        : throw new TunableException(Name, text ?? value.ToString(CultureInfo.InvariantCulture),
            $"{OptionName}: {text ?? value.ToString(CultureInfo.InvariantCulture)} is not between {Minimum} and {Maximum}");

    internal void Write(Span<byte> memory, Int128 value)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt128LittleEndian(bytes, value);
        bytes[..Size].CopyTo(memory[Offset..]);
    }

    internal string Format(ReadOnlySpan<byte> memory)
    {
        Span<byte> bytes = stackalloc byte[16];
        memory.Slice(Offset, Size).CopyTo(bytes);
        if (Signed && (bytes[Size - 1] & 0x80) != 0)
            bytes[Size..].Fill(0xff);
        var value = BinaryPrimitives.ReadInt128LittleEndian(bytes);
        return Kind == TunableKind.Flag ? (value != 0 ? "true" : "false")
            : Choices.FirstOrDefault(pair => pair.Value == value).Key ?? value.ToString(CultureInfo.InvariantCulture);
    }

    static bool TryParseInteger(string text, out Int128 value) => text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
        // Parsed as unsigned: a leading 8 does not make a hexadecimal number negative.
        ? (UInt128.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits)
            & (value = (Int128)(bits & ulong.MaxValue)) == (Int128)bits)
        : Int128.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    // A dash before a capital that follows a small letter, or that begins a word after a run of capitals.
    static string KebabCase(string name)
    {
        var text = new System.Text.StringBuilder();
        for (int i = 0; i < name.Length; i++)
        {
            bool begins = i > 0 && char.IsUpper(name[i])
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if ((begins || name[i] == '_') && text.Length > 0 && text[^1] != '-')
                text.Append('-');
            if (name[i] != '_')
                text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}
