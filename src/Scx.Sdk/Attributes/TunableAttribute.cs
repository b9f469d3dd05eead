namespace Scx;

/// <summary>
/// Makes a <c>readonly</c> field an option of <c>scx-run</c>: <c>sliceUs</c> becomes <c>--slice-us</c>. The value is fixed when the scheduler is
/// loaded, so the verifier removes what it switches off. The field's initial value is the default.
/// </summary>
/// <param name="description">One line for <c>--help</c>, with the unit.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class TunableAttribute(string description) : Attribute
{
    /// <summary>One line for <c>--help</c>.</summary>
    public string Description { get; } = description;
}
