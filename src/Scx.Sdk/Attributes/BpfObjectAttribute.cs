namespace Scx;

/// <summary>
/// Makes a class of programs, maps and globals an object of its own, without a scheduler: the build leaves NAME.bpf.o, and <c>scx-run</c> attaches its
/// programs beside whatever schedules. The class derives from nothing; functions of the kernel are the static methods of <see cref="Scheduler"/>.
/// </summary>
/// <param name="name">The name of the object: 1 to 127 letters, digits, <c>_</c>, <c>.</c> and <c>-</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class BpfObjectAttribute(string name) : Attribute
{
    /// <summary>The name of the object.</summary>
    public string Name { get; } = name;

    /// <summary>
    /// The oldest kernel that the programs are for, such as <c>6.18</c>; null means 6.12, and that uses of newer functions and fields are not looked at.
    /// </summary>
    public string? MinimumKernel { get; set; }

    /// <summary>The licence the kernel is told; most of its functions are for GPL-compatible programs only.</summary>
    public string License { get; set; } = "GPL";
}
