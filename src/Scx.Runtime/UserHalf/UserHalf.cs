namespace Scx.Runtime;

/// <summary>
/// The user half of a scheduler that has some of its decisions made in user space. <see cref="UserHalfProgram"/> runs it. What it does while
/// the scheduler is attached must neither allocate nor wait: every task may be waiting for it.
/// </summary>
public abstract class UserHalf
{
    /// <summary>
    /// Runs through the code of <see cref="Decide"/> once, so that no method is still to be compiled and no memory to be got when tasks wait.
    /// Called before the scheduler is attached.
    /// </summary>
    public abstract void WarmUp();

    /// <summary>
    /// Decides what there is to decide, and returns. Called over and over by one thread, which yields after each call; a kernel half that
    /// sets <c>SCX_OPS_ENQ_LAST</c> chooses when it goes on.
    /// </summary>
    public abstract void Decide();

    /// <summary>Prints statistics: once a second and at the end, by another thread than <see cref="Decide"/>.</summary>
    /// <param name="output">Where to.</param>
    public abstract void Print(TextWriter output);
}
