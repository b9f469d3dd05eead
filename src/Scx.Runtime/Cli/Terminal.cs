namespace Scx.Run;

/// <summary>Messages for people, on the standard error output; in colour if that is a terminal and <c>NO_COLOR</c> is not set.</summary>
static class Terminal
{
    const string Escape = "\u001b[";

    static readonly bool colours = !Console.IsErrorRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");

    /// <summary>Prints a line.</summary>
    public static void Say(string text) => Console.Error.WriteLine(text);

    /// <summary>Prints a line that somebody should know about but that is no error.</summary>
    public static void Note(string text) => Say($"{Paint("note:", "36")} {text}");

    /// <summary>Prints an error that has an id.</summary>
    public static void Error(string id, string text) => Say($"scx-run: {Paint($"error {id}:", "1;31")} {text}");

    /// <summary>Prints an error that has an id and a place, as compilers do.</summary>
    public static void ErrorAt(string place, string id, string text) => Say($"{Paint(place + ":", "1")} {Paint($"error {id}:", "1;31")} {text}");

    /// <summary>Prints an error.</summary>
    public static void Error(string text) => Say($"scx-run: {Paint("error:", "1;31")} {text}");

    static string Paint(string text, string colour) => colours ? $"{Escape}{colour}m{text}{Escape}0m" : text;
}
