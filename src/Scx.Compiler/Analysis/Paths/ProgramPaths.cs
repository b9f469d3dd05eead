using System.Collections.Immutable;
using Scx.Compiler.Analysis.Scheduling;

namespace Scx.Compiler.Analysis.Paths;

/// <summary>What the walk over one program has found.</summary>
/// <param name="Findings">Mistakes, with what they are mistakes about.</param>
/// <param name="Queues">What is done with queues.</param>
/// <param name="Complete">Whether every way was walked to its end.</param>
internal sealed record ProgramPaths(ImmutableArray<PathFinding> Findings, ImmutableArray<QueueUse> Queues, bool Complete);
