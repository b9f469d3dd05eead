using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;
using Scx.Diagnostics;

namespace Scx.Compiler.Driver;

/// <summary>Messages as a SARIF 2.1.0 log, which code hosts and editors show.</summary>
internal static class SarifWriter
{
    public static void Write(Stream to, ImmutableArray<Message> messages)
    {
        using var json = new Utf8JsonWriter(to, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json, messages);
        json.WriteStartArray("results");
        foreach (var message in messages)
            WriteResult(json, message);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void WriteTool(Utf8JsonWriter json, ImmutableArray<Message> messages)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "scxc");
        json.WriteString("version", HelpText.Version["scxc ".Length..]);
        json.WriteStartArray("rules");
        foreach (string id in messages.Select(message => message.Id).Distinct())
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            if (DiagnosticPages.Find(id) is { } page)
            {
                WriteText(json, "shortDescription", page.Split('\n')[0][$"# {id}: ".Length..]);
                json.WriteStartObject("help");
                json.WriteString("text", page);
                json.WriteString("markdown", page);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void WriteResult(Utf8JsonWriter json, Message message)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", message.Id);
        json.WriteString("level", message.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" });
        WriteText(json, "message", string.Join(" ", message.Notes.Prepend(message.Text)));
        json.WriteStartArray("locations");
        if (message.Span != SourceSpan.None)
        {
            json.WriteStartObject();
            WriteLocation(json, message.Span);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        WriteFlow(json, message);
        json.WriteEndObject();
    }

    /// <summary>The places that explain it, ending in the one that it is about.</summary>
    static void WriteFlow(Utf8JsonWriter json, Message message)
    {
        if (message.Related.IsEmpty)
            return;
        json.WriteStartArray("codeFlows");
        json.WriteStartObject();
        json.WriteStartArray("threadFlows");
        json.WriteStartObject();
        json.WriteStartArray("locations");
        foreach (var (span, role) in message.Related.Append(new RelatedPlace(message.Span, message.Text)).Where(place => place.Span != SourceSpan.None))
        {
            json.WriteStartObject();
            json.WriteStartObject("location");
            WriteLocation(json, span);
            WriteText(json, "message", role);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    static void WriteLocation(Utf8JsonWriter json, SourceSpan span)
    {
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", span.File.StartsWith('/') ? new Uri(span.File).AbsoluteUri : Uri.EscapeDataString(span.File).Replace("%2F", "/", StringComparison.Ordinal));
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", span.Line);
        if (span.Column > 0)
            json.WriteNumber("startColumn", span.Column);
        if (span.EndColumn > span.Column || span.EndLine > span.Line)
        {
            json.WriteNumber("endLine", span.EndLine);
            json.WriteNumber("endColumn", span.EndColumn);
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
