namespace Scx;

public partial class Cgroup
{
    /// <summary>The cgroup itself, whichever object of C#'s stands for it.</summary>
    internal object Identity => state;
}
