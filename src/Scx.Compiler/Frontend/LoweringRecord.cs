using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>What the lowering of one method found and asked for.</summary>
internal sealed class LoweringRecord
{
    /// <summary>What is wrong with it.</summary>
    public DiagnosticBag Diagnostics { get; } = new();

    /// <summary>The methods it names, in order.</summary>
    public List<MethodInstance> Methods { get; } = [];

    /// <summary>Functions around methods that it has the kernel call back.</summary>
    public List<Function> Callbacks { get; } = [];
}

/// <summary>A method that has been lowered.</summary>
/// <param name="Function">What it became; null if it could not be lowered.</param>
/// <param name="Diagnostics">What is wrong with it.</param>
/// <param name="Methods">The methods it names, in order.</param>
/// <param name="Callbacks">Functions around methods that it has the kernel call back.</param>
internal sealed record LoweredMethod(
    Function? Function, ImmutableArray<ScxDiagnostic> Diagnostics, ImmutableArray<MethodInstance> Methods, ImmutableArray<Function> Callbacks)
{
    /// <summary>Its declaration, or null if it has none.</summary>
    public SyntaxNode? Declaration { get; init; }

    /// <summary>The body that was lowered: see <see cref="Semantics.Current"/>.</summary>
    public SyntaxNode? Body { get; init; }
}
