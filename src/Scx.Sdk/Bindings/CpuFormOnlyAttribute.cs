namespace Scx.Bindings;

/// <summary>
/// A kernel function that schedulers of the cid form (<see cref="CidScheduler"/>) may not call; of a field's property, one that they may read and not write.
/// </summary>
/// <param name="instead">Name of the function that they call instead; null if there is none.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class CpuFormOnlyAttribute(string? instead = null) : Attribute
{
    /// <summary>Name of the function that they call instead; null if there is none.</summary>
    public string? Instead { get; } = instead;
}
