using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Scx.Compiler.Frontend;

/// <summary>A scheduler as its declarations say, before any body is read.</summary>
/// <param name="Class">The class with <c>[SchedExtOps]</c> or <c>[BpfObject]</c>.</param>
/// <param name="Name">The scheduler's name.</param>
/// <param name="Attribute">The attribute.</param>
/// <param name="Form">What its base class says of its table of callbacks; null for one that has none.</param>
/// <param name="Callbacks">The callbacks it overrides, in the order of the base class.</param>
/// <param name="Programs">Its programs beside the callbacks.</param>
internal sealed record SchedulerModel(
    INamedTypeSymbol Class, string Name, AttributeData Attribute, AttributeData? Form, ImmutableArray<CallbackOverride> Callbacks, ImmutableArray<ProgramMethod> Programs)
{
    /// <summary>The name as part of a C identifier.</summary>
    public string Identifier { get; } = Names.Identifier(Name);

    /// <summary>It sees CPUs by their topological numbers.</summary>
    public bool IsCidForm { get; } = Form?.Named("CidForm", false) == true;
}

/// <summary>An overridden callback.</summary>
/// <param name="Name">Member of the ops table.</param>
/// <param name="MaySleep">The kernel lets it sleep.</param>
/// <param name="Method">The override.</param>
internal sealed record CallbackOverride(string Name, bool MaySleep, IMethodSymbol Method)
{
    /// <summary>The callback of <c>sched_ext_ops</c> whose rules hold for it: itself, or what that calls it.</summary>
    public required string Rules { get; init; }

    /// <summary>First kernel that has it; null if all supported ones do.</summary>
    public string? Since { get; init; }
}
