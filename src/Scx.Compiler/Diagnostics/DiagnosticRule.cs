namespace Scx.Compiler.Diagnostics;

/// <summary>How sure and how bad a diagnostic is.</summary>
public enum Severity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Likely wrong.</summary>
    Warning,

    /// <summary>Certain: the kernel, sched_ext or the compiler refuses it.</summary>
    Error,
}

/// <summary>A kind of mistake. Ids are never used again for something else. Each has its page, <c>docs/diagnostics/ID.md</c>.</summary>
/// <param name="Id"><c>SCX</c> and four digits.</param>
/// <param name="Title">What is wrong, without names; no full stop.</param>
/// <param name="Message">One or two sentences with <c>{0}</c>… for the user's names: what is wrong, why, what to do.</param>
/// <param name="Severity">How bad it is.</param>
public sealed record DiagnosticRule(string Id, string Title, string Message, Severity Severity = Severity.Error)
{
    /// <summary>Whether a program alone can be wrong in this way; false for what depends on the machine, or is a bug of ours.</summary>
    public bool IsInSource { get; init; } = true;

    /// <summary>The page, relative to the repository and to the Sdk's package.</summary>
    public string Page => $"docs/diagnostics/{Id}.md";
}
