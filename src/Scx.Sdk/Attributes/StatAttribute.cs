namespace Scx;

/// <summary>
/// Makes a counter show up in <c>scx-run</c>'s statistics: an integer field, or a map with one entry, such as <see cref="PerCpu{TValue}"/>,
/// whose value is an integer or a struct of integers (per-CPU values are added up).
/// </summary>
/// <param name="description">One line for <c>--help-stats</c>.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class StatAttribute(string description = "") : Attribute
{
    /// <summary>One line for <c>--help-stats</c>, or nothing.</summary>
    public string Description { get; } = description;
}
