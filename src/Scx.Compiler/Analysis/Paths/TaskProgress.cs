using Scx.Compiler.Analysis.Scheduling;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Paths;

/// <summary>What has become of a callback's own task on a way.</summary>
/// <param name="Inserted">Where it was inserted into a queue, or null.</param>
/// <param name="Handled">It was noted somewhere, or singled out by a condition: the scheduler may find it again.</param>
/// <param name="NotForked">A condition has shown that it is not being forked.</param>
/// <param name="Tested">A condition has looked at it.</param>
internal readonly record struct TaskProgress(SourceSpan? Inserted, bool Handled, bool NotForked, bool Tested)
{
    /// <summary>That of a program's start. What nothing asks for there counts as settled, so that it does not keep ways apart.</summary>
    /// <param name="callback">The program's callback, or null.</param>
    public static TaskProgress Of(string? callback) => new(
        Inserted: null, Handled: callback != SchedulingRules.Enqueue, NotForked: callback != SchedulingRules.InitTask,
        Tested: callback is not (SchedulingRules.SelectCpu or SchedulingRules.Enqueue));
}
