namespace Scx;

/// <summary>How a loop goes on whose turns are calls of a lambda.</summary>
public enum LoopStep
{
    /// <summary>With the next turn.</summary>
    Continue = 0,

    /// <summary>Not: this turn was the last.</summary>
    Break = 1,
}
