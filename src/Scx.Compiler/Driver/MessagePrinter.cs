using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Driver;

/// <summary>
/// Shows messages: for programs in the canonical form that MSBuild and editors know, <c>file(line,column): error ID: text</c>, with the
/// related places as indented lines after it; on a terminal with the source line and a caret.
/// </summary>
/// <param name="to">Where.</param>
/// <param name="terminal">Whether a person reads it.</param>
/// <param name="color">Whether it understands colours.</param>
/// <param name="source">A line of a file that a span names, counted from 1; null if it is not there.</param>
internal sealed class MessagePrinter(TextWriter to, bool terminal, bool color, Func<string, int, string?> source)
{
    public void Print(Message message)
    {
        if (terminal)
            PrintBlock(message);
        else
            PrintCanonical(message);
    }

    void PrintCanonical(Message message)
    {
        to.WriteLine($"{PlaceOf(message.Span)}: {NameOf(message.Severity)} {message.Id}: {OneLine(message.Text)}");
        // Indented and without a severity, so that they are not counted as messages of their own.
        foreach (var related in message.Related)
            to.WriteLine($"    {PlaceOf(related.Span)}: {OneLine(related.Role)}");
        foreach (string note in message.Notes)
            to.WriteLine($"    {OneLine(note)}");
    }

    void PrintBlock(Message message)
    {
        string tone = message.Severity switch { Severity.Error => "1;31", Severity.Warning => "1;33", _ => "1;36" };
        to.WriteLine($"{Styled(tone, $"{NameOf(message.Severity)}[{message.Id}]")}{Styled("1", $": {message.Text}")}");
        PrintSource(message.Span, tone, "");
        foreach (var related in message.Related)
            PrintSource(related.Span, "1;36", related.Role);
        foreach (string note in message.Notes)
            to.WriteLine($"  {note}");
        to.WriteLine();
    }

    void PrintSource(SourceSpan span, string tone, string label)
    {
        if (span == SourceSpan.None)
            return;
        string number = span.Line.ToString(System.Globalization.CultureInfo.InvariantCulture);
        string margin = new(' ', number.Length);
        to.WriteLine($"{margin}{Styled("1;34", "-->")} {span.File}:{span.Line}{(span.Column == 0 ? "" : $":{span.Column}")}");
        if (source(span.File, span.Line) is not { } line)
            return;
        if (span.Column == 0)
        {
            to.WriteLine($"{Styled("1;34", $"{number} |")} {line}{(label.Length == 0 ? "" : Styled(tone, $"  {label}"))}");
            return;
        }
        int start = Math.Min(span.Column - 1, line.Length);
        int end = span.EndLine == span.Line ? Math.Min(span.EndColumn - 1, line.Length) : line.Length;
        // Tabs stay tabs, so that the caret stands below what it means however wide they are.
        string indent = string.Concat(line[..start].Select(c => c == '\t' ? '\t' : ' '));
        string caret = new('^', Math.Max(1, end - start));
        to.WriteLine($"{margin} {Styled("1;34", "|")}");
        to.WriteLine($"{Styled("1;34", $"{number} |")} {line}");
        to.WriteLine($"{margin} {Styled("1;34", "|")} {indent}{Styled(tone, label.Length == 0 ? caret : $"{caret} {label}")}");
    }

    string Styled(string style, string text) => color ? $"\e[{style}m{text}\e[0m" : text;

    static string PlaceOf(SourceSpan span) => span == SourceSpan.None ? "scxc" : span.Column == 0 ? $"{span.File}({span.Line})" : $"{span.File}({span.Line},{span.Column})";

    static string NameOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };

    static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
