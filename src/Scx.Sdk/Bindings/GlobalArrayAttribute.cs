namespace Scx.Bindings;

/// <summary>
/// Makes a class an array of globals with a section of its own, which the loader makes as long as is needed. The type parameter with
/// <see cref="MapValueAttribute"/> is the type of the elements; the indexer reaches them, and a property called <c>Length</c> tells how many there
/// are.
/// </summary>
/// <param name="length">What the loader goes by.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GlobalArrayAttribute(GlobalArrayLength length) : Attribute
{
    /// <summary>What the loader goes by.</summary>
    public GlobalArrayLength Length { get; } = length;
}

/// <summary>How long the loader makes an array.</summary>
public enum GlobalArrayLength
{
    /// <summary>As the constructor's parameter says, unless the loader is told another number.</summary>
    Given,

    /// <summary>An element for each CPU id that the machine may have.</summary>
    CpuIds,
}
