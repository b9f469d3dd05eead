namespace Scx.Runtime;

/// <summary>What values a <see cref="Tunable"/> takes.</summary>
public enum TunableKind
{
    /// <summary>True or false; naming the option is enough to set it.</summary>
    Flag,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>One of a few names.</summary>
    Choice,
}
