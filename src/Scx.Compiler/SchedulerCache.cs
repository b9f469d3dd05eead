using Scx.Compiler.Analysis;
using Scx.Compiler.Frontend;

namespace Scx.Compiler;

/// <summary>
/// What is kept from one check of a project for the next ones, so that an edit inside of a method costs no more than that method and the programs that reach it.
/// Holds on to the project as it was when it last changed elsewhere. May be used by several threads.
/// </summary>
public sealed class SchedulerCache
{
    /// <summary>How many programs have been found in the cache, and so were not walked.</summary>
    public int ProgramsKnown => Analysis.Hits;

    /// <summary>How many programs had more ways through them than are walked, so that of the others nothing was said.</summary>
    public int ProgramsUnfinished => Analysis.Unfinished;

    /// <summary>How many times only methods with other bodies had to be lowered.</summary>
    public int ProjectsContinued => Lowering.Continued;

    internal AnalysisCache Analysis { get; } = new();

    internal LoweringSessions Lowering { get; } = new();
}
