using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Paths;

/// <summary>A function at which the kernel enters the scheduler: a program, or what a timer or work calls back.</summary>
/// <param name="Function">The function.</param>
/// <param name="Name">The user's word for it.</param>
/// <param name="Sleepable">It may sleep, and so is in no RCU section unless it opens one.</param>
/// <param name="IsCalledBack">It is not a program of its own.</param>
internal sealed record WalkContext(FunctionReference Function, string Name, bool Sleepable, bool IsCalledBack);
