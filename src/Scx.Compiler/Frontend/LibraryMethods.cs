using Microsoft.CodeAnalysis;

namespace Scx.Compiler.Frontend;

/// <summary>
/// Methods of .NET that the Sdk's library has in C#, compiled with the scheduler: for <c>System.Numerics.BitOperations.Log2(uint)</c>, the method
/// of that name and those parameters in <c>Scx.DotNet.BitOperations</c>. A struct of the library, such as <c>Scx.DotNet.Index</c>, stands for all of .NET's.
/// </summary>
internal static class LibraryMethods
{
    private const string Namespace = "Scx.DotNet";

    /// <summary>What is compiled in the method's place; the method itself if the library has nothing for it.</summary>
    public static IMethodSymbol StandIn(Compilation compilation, IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.IsEmpty && Holder(compilation, method.ContainingType) is { } holder && (method.IsStatic || holder.TypeKind == TypeKind.Struct)
            ? In(holder, compilation, method) ?? method
            : method;

    /// <summary>What is compiled in the place of a method on memory of the arena; null if it is the same there.</summary>
    public static IMethodSymbol? OnArena(Compilation compilation, IMethodSymbol method) =>
        compilation.GetTypeByMetadataName($"{Namespace}.Arena{method.ContainingType.Name}") is { } holder ? In(holder, compilation, method) : null;

    private static IMethodSymbol? In(INamedTypeSymbol holder, Compilation compilation, IMethodSymbol method)
    {
        foreach (var member in holder.GetMembers(method.Name))
        {
            if (member is IMethodSymbol written && written.IsStatic == method.IsStatic && written.Parameters.Length == method.Parameters.Length
                && written.Arity == method.Arity && (method.IsGenericMethod ? written.Construct([.. method.TypeArguments]) : written) is var stands
                && stands.Parameters.Zip(method.Parameters, (own, theirs) => Same(compilation, own.Type, theirs.Type)).All(same => same))
                return stands;
        }
        return null;
    }

    /// <summary>The struct of the library that stands for one of .NET's, or null.</summary>
    public static INamedTypeSymbol? StandIn(Compilation compilation, INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Struct, DeclaringSyntaxReferences.IsEmpty: true, IsGenericType: false } && Holder(compilation, type) is { TypeKind: TypeKind.Struct } stands
            ? stands
            : null;

    private static INamedTypeSymbol? Holder(Compilation compilation, INamedTypeSymbol type) =>
        type.ContainingNamespace?.ToDisplayString().StartsWith("System", StringComparison.Ordinal) == true
            ? compilation.GetTypeByMetadataName($"{Namespace}.{type.Name}")
            : null;

    private static bool Same(Compilation compilation, ITypeSymbol own, ITypeSymbol theirs) =>
        own.Equals(theirs, SymbolEqualityComparer.Default)
        || (theirs is INamedTypeSymbol named && StandIn(compilation, named) is { } stands && own.Equals(stands, SymbolEqualityComparer.Default));

    /// <summary>The static method that C# makes of a member of an extension block, with the same body; null for any other method.</summary>
    public static IMethodSymbol? ExtensionImplementation(IMethodSymbol member)
    {
        if (member.ContainingType is not { TypeKind: Extension, ContainingType: { } holder } block)
            return null;
        int receivers = member.IsStatic ? 0 : 1;
        var definition = member.OriginalDefinition;
        var made = holder.GetMembers(member.Name).OfType<IMethodSymbol>().FirstOrDefault(m => m.IsStatic
            && m.Parameters.Length == definition.Parameters.Length + receivers
            && m.DeclaringSyntaxReferences.FirstOrDefault()?.Span == definition.DeclaringSyntaxReferences.FirstOrDefault()?.Span);
        return made is { IsGenericMethod: true } ? made.Construct([.. block.TypeArguments, .. member.TypeArguments]) : made;
    }

    /// <summary>TypeKind.Extension, which the oldest Roslyn that the analyzer runs in has no name for.</summary>
    public const TypeKind Extension = (TypeKind)14;
}
