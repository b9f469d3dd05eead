namespace Scx.Bindings;

/// <summary>Says that a kernel function begins a section, or ends one; what it returns then is a scope (<see cref="ScopeAttribute"/>).</summary>
/// <param name="kind">What kind of section.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SectionAttribute(SectionKind kind) : Attribute
{
    /// <summary>What kind of section.</summary>
    public SectionKind Kind { get; } = kind;

    /// <summary>It ends the section; otherwise it begins one.</summary>
    public bool Ends { get; set; }
}

/// <summary>Stretches of a program that begin and end with a call.</summary>
public enum SectionKind
{
    /// <summary>An RCU read section.</summary>
    Rcu,

    /// <summary>Preemption is off.</summary>
    Preemption,

    /// <summary>Interrupts are off.</summary>
    Interrupts,

    /// <summary>A spin lock is held.</summary>
    SpinLock,

    /// <summary>A resilient spin lock is held, unless taking it failed.</summary>
    ResilientSpinLock,
}
