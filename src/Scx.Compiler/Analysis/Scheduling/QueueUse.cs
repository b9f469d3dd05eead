using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Scheduling;

/// <summary>A call that is about a queue.</summary>
/// <param name="Role">What it does.</param>
/// <param name="Queue">The queue's id, or null if it is not known now.</param>
/// <param name="Builtin">The queue is one of the kernel's.</param>
/// <param name="Chosen">What the loader has set on the way to it, as <c>name=number;</c>.</param>
/// <param name="Span">The call.</param>
internal readonly record struct QueueUse(SchedulingRole Role, ulong? Queue, bool Builtin, string Chosen, SourceSpan Span)
{
    /// <summary>Whether the loader decides for one of the two.</summary>
    public bool Excludes(QueueUse other)
    {
        string[] choices = other.Chosen.Split(';');
        return Chosen.Split(';').Any(mine => choices.Any(choice => choice != mine && mine.Contains('=') && choice.Split('=')[0] == mine.Split('=')[0]));
    }
}
