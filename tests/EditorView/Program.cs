// Shows a C# file as an editor would, without one: the squiggles, and below each what the light bulb offers.
// usage: EditorView FILE.cs          shows
//        EditorView FILE.cs --fix    takes the first offer again and again, as long as there is one, and prints the file
using Microsoft.CodeAnalysis;
using Scx.CodeFixes.Tests;

if (args is not [var file, .. var rest] || rest is not ([] or ["--fix"]))
{
    Console.Error.WriteLine("usage: EditorView FILE.cs [--fix]");
    return 2;
}

using var editor = new Editor(Path.GetFileName(file), await File.ReadAllTextAsync(file));
if (rest.Length == 0)
{
    foreach (var diagnostic in await editor.Diagnostics())
        await Show(diagnostic);
    return 0;
}

for (int turn = 0; turn < 20 && await FirstOffer() is { } offer; turn++)
{
    Console.Error.WriteLine($"{offer.Diagnostic.Id}: {offer.Action.Title}");
    await editor.Apply(offer.Action);
}
Console.Write(editor.Text);
return (await editor.Diagnostics()).Any(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning) ? 1 : 0;

async Task Show(Diagnostic diagnostic)
{
    var place = diagnostic.Location.GetLineSpan();
    var line = (await diagnostic.Location.SourceTree!.GetTextAsync()).Lines[place.StartLinePosition.Line];
    int start = place.StartLinePosition.Character;
    int length = Math.Max(1, place.EndLinePosition.Line == place.StartLinePosition.Line ? place.EndLinePosition.Character - start : line.Span.Length - start);
    Console.WriteLine($"{line}\n{new string(' ', start)}{new string('~', length)}");
    Console.WriteLine($"  {diagnostic.Severity} {diagnostic.Id}: {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");
    foreach (var related in diagnostic.AdditionalLocations.Where(location => location.IsInSource))
        Console.WriteLine($"    see line {related.GetLineSpan().StartLinePosition.Line + 1}: {(await related.SourceTree!.GetTextAsync()).Lines.GetLineFromPosition(related.SourceSpan.Start).ToString().Trim()}");
    foreach (var (_, action) in await editor.Offered(diagnostic))
        Console.WriteLine($"    fix: {action.Title}");
    Console.WriteLine();
}

async Task<(Diagnostic Diagnostic, Microsoft.CodeAnalysis.CodeActions.CodeAction Action)?> FirstOffer()
{
    foreach (var diagnostic in (await editor.Diagnostics()).Where(d => d.Severity >= DiagnosticSeverity.Warning))
    {
        if (await editor.Offered(diagnostic) is [var (_, action), ..])
            return (diagnostic, action);
    }
    return null;
}
