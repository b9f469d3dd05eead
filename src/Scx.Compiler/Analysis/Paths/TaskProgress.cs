using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Paths;

/// <summary>What has become of a callback's own task on a way.</summary>
/// <param name="Inserted">Where it was inserted into a queue, or null.</param>
/// <param name="Handled">It was noted somewhere, or singled out by a condition: the scheduler may find it again.</param>
/// <param name="NotForked">A condition has shown that it is not being forked.</param>
/// <param name="Tested">A condition has looked at it.</param>
internal readonly record struct TaskProgress(SourceSpan? Inserted, bool Handled, bool NotForked, bool Tested);
