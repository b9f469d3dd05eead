using Microsoft.CodeAnalysis;

namespace Scx.Compiler.Frontend;

/// <summary>A method with the types that its type parameters stand for: what becomes one function.</summary>
internal sealed class MethodInstance : IEquatable<MethodInstance>
{
    // A local function is the same symbol in every instance of the method around it, an interface's own method in all structs that have it; types tell them apart.
    private readonly string around;

    /// <summary>A method, constructed; of a local function, where it is called or used.</summary>
    /// <param name="method">The method.</param>
    /// <param name="caller">The types at the call, which those around a local function are among; null for a method that nothing calls.</param>
    /// <param name="receiver">Of an interface's own method, the struct that it is called on.</param>
    public MethodInstance(IMethodSymbol method, TypeArguments? caller = null, ITypeSymbol? receiver = null)
    {
        bool local = method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction;
        Method = method;
        Arguments = new TypeArguments(method, local ? caller : null, receiver);
        around = local && caller is not null ? caller.ToString() : receiver?.ToDisplayString() ?? "";
    }

    public IMethodSymbol Method { get; }

    /// <summary>The types in the method's text.</summary>
    public TypeArguments Arguments { get; }

    /// <summary>How many types deep the largest type argument is.</summary>
    public int Depth => Method.TypeArguments.Select(DepthOf).Append(DepthOf(Method.ContainingType)).Max();

    public bool Equals(MethodInstance? other) =>
        other is not null && around == other.around && SymbolEqualityComparer.IncludeNullability.Equals(Method, other.Method);

    public override bool Equals(object? obj) => Equals(obj as MethodInstance);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Method);

    private static int DepthOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeArguments: { IsEmpty: false } arguments } ? 1 + arguments.Max(DepthOf) : 0;
}
