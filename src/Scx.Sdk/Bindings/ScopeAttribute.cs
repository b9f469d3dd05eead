namespace Scx.Bindings;

/// <summary>
/// Makes a <c>ref struct</c> a scope: what a call returned that began a section (<see cref="SectionAttribute"/>), and what the call that ends
/// it takes. In a compiled scheduler it is nothing but the argument of the latter.
/// </summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class ScopeAttribute : Attribute
{
    /// <summary>What the compiled scope is.</summary>
    /// <param name="handle">Where the ending call's argument comes from.</param>
    public ScopeAttribute(ScopeHandle handle) => Handle = handle;

    /// <summary>Where the ending call's argument comes from.</summary>
    public ScopeHandle Handle { get; }
}

/// <summary>Where the argument comes from that ends a section.</summary>
public enum ScopeHandle
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>It is the object that the beginning call was made on.</summary>
    Object,

    /// <summary>As <see cref="Object"/>, but null where the beginning call did not return 0; then there is nothing to end.</summary>
    ObjectUnlessFailed,

    /// <summary>It is the address of eight bytes of the caller's frame, which the beginning call fills.</summary>
    Frame,
}
