namespace Scx;

/// <summary>
/// The oldest kernel that the schedulers of a project are for; <see cref="SchedExtOpsAttribute.MinimumKernel"/> of one of them goes before it. The
/// build writes it from the property <c>ScxMinimumKernel</c>.
/// </summary>
/// <param name="version">Such as <c>6.18</c>.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class MinimumKernelAttribute(string version) : Attribute
{
    /// <summary>Such as <c>6.18</c>.</summary>
    public string Version { get; } = version;
}
