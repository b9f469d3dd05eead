using System.Globalization;
using System.Runtime.CompilerServices;

namespace Scx;

/// <summary>
/// A text with numbers in it that the kernel puts together, as in <c>Error($"CPU {cpu} has no queue")</c>; the compiler makes a format string and an array
/// of numbers of it. Holes may be integers, enums (as numbers), <c>bool</c>, <c>char</c>, constant strings, kernel objects (as addresses) and
/// <see cref="KernelString"/>, at most <see cref="MaxHoles"/>; with a width (<c>{x,5}</c>, <c>{x,-5}</c>) or a format: <c>:d</c>, <c>:x</c>, <c>:X</c>, the latter
/// two and <c>:d</c> of unsigned numbers with a number of digits (<c>:x16</c>). Texts are ASCII.
/// </summary>
[InterpolatedStringHandler]
public ref struct KernelMessage
{
    /// <summary>The most holes that a message may have (MAX_BPRINTF_VARARGS).</summary>
    public const int MaxHoles = 12;

    DefaultInterpolatedStringHandler text;

    /// <summary>Begins a message; the C# compiler calls it.</summary>
    /// <param name="literalLength">Characters outside of holes.</param>
    /// <param name="formattedCount">Number of holes.</param>
    public KernelMessage(int literalLength, int formattedCount) => text = new(literalLength, formattedCount, CultureInfo.InvariantCulture);

    /// <summary>Adds what stands between holes.</summary>
    /// <param name="value">The text.</param>
    public void AppendLiteral(string value) => text.AppendLiteral(value);

    /// <summary>Adds a hole.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="alignment">Least width; negative: to the left.</param>
    /// <param name="format">The format, or null.</param>
    public void AppendFormatted<T>(T value, int alignment = 0, string? format = null)
    {
        // The kernel knows no names of enum values.
        if (value is Enum named)
            text.AppendFormatted(Convert.ChangeType(named, named.GetTypeCode(), CultureInfo.InvariantCulture), alignment, format);
        else
            text.AppendFormatted(value, alignment, format);
    }

    /// <summary>The whole text, under plain .NET only; the message is then used up.</summary>
    internal string Text() => text.ToStringAndClear();
}
