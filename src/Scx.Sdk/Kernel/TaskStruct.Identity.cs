namespace Scx;

public partial class TaskStruct
{
    /// <summary>The task itself, whichever object of C#'s stands for it.</summary>
    internal object Identity => state;
}
