using System.Text.RegularExpressions;

namespace Scx.Diagnostics;

/// <summary>What can be read off the line of C# that a log quotes.</summary>
static partial class SourceText
{
    /// <summary>The variable whose member is used at a place: the one that is known by name, or the first from the column on.</summary>
    public static string? Variable(LogPlace place, LogPlace? origin)
    {
        if (origin is not null && Declared().Match(origin.Text) is { Success: true } declared && Mentions(place.Text, declared.Groups["name"].Value))
            return declared.Groups["name"].Value;
        var uses = Used().Matches(place.Column > 0 ? place.Rest : place.Text);
        // Without a column only a suppressed warning tells which of several it is.
        return (place.Column > 0 ? uses.FirstOrDefault() : uses.FirstOrDefault(use => use.Groups["sure"].Length > 0) ?? (uses.Count == 1 ? uses[0] : null))
            ?.Groups["name"].Value;
    }

    /// <summary>An argument of the call at a place.</summary>
    public static string? Argument(LogPlace place, string function, int index)
    {
        string rest = place.Rest;
        int open = rest.IndexOf(function + "(", StringComparison.Ordinal);
        if (open < 0)
            return null;
        int depth = 0, start = open + function.Length + 1, argument = 0;
        for (int i = start; i < rest.Length; i++)
        {
            char c = rest[i];
            if (depth == 0 && c is ',' or ')' && depth == 0)
            {
                if (argument++ == index)
                    return rest[start..i].Trim().TrimEnd('!');
                if (c == ')')
                    return null;
                start = i + 1;
            }
            depth += c is '(' or '[' ? 1 : c is ')' or ']' ? -1 : 0;
        }
        return null;
    }

    /// <summary>The user's name for a function of the kernel: the one in the source if it is there.</summary>
    public static string Function(string kernelName, LogPlace? place)
    {
        string bare = Regex.Replace(kernelName, @"___\w+$|^(__)?(scx_)?bpf_", "");
        string pascal = string.Concat(bare.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        if (place is null || Mentions(place.Text, pascal))
            return place is null ? kernelName : pascal;
        // The name may have been chosen freely: take what is called at the column.
        return place.Column > 0 && Called().Match(place.Rest) is { Success: true } call ? call.Groups["name"].Value : kernelName;
    }

    static bool Mentions(string text, string name) => Regex.IsMatch(text, $@"(?<![\w.]){Regex.Escape(name)}\b");

    [GeneratedRegex(@"(?:\b(?:var|out var|[A-Z]\w*(?:<[^>]*>)?\??) )(?<name>[a-z]\w*)\s*(?:=(?!=)|\))|(?:^|\s)(?<name>[a-z]\w*) = ")]
    private static partial Regex Declared();

    [GeneratedRegex(@"(?<![\w.])(?<name>[a-z]\w*)(?<sure>!?)[.\[]")]
    private static partial Regex Used();

    [GeneratedRegex(@"^(?:[\w]+\.)*(?<name>\w+)\(")]
    private static partial Regex Called();
}
