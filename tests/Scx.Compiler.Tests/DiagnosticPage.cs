using System.Text.RegularExpressions;

namespace Scx.Compiler.Tests;

/// <summary>A page of docs/diagnostics, taken apart.</summary>
sealed record DiagnosticPage(string Heading, string WhatIsWrong, IReadOnlyList<string> Sections, string Text)
{
    internal static DiagnosticPage Read(string id)
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "diagnostics", $"{id}.md"));
        string[] parts = text.Split("\n## ");
        string[] head = parts[0].Split('\n', 2);
        return new(head[0], head[1].Trim(), [.. parts.Skip(1).Select(part => part.Split('\n')[0])], text);
    }

    /// <summary>The program in a section.</summary>
    internal string Program(string section)
    {
        var match = Regex.Match(Text, $@"\n## {section}\n.*?\n```csharp\n(?<program>.*?)\n```\n", RegexOptions.Singleline);
        Assert.True(match.Success, $"{Heading}: the section '{section}' has no ```csharp block");
        return match.Groups["program"].Value;
    }
}
