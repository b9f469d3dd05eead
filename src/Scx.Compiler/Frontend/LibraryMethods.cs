using Microsoft.CodeAnalysis;

namespace Scx.Compiler.Frontend;

/// <summary>
/// Methods of .NET that the Sdk's library has in C#, compiled with the scheduler: for <c>System.Numerics.BitOperations.Log2(uint)</c>, the method
/// of that name and those parameters in <c>Scx.DotNet.BitOperations</c>.
/// </summary>
internal static class LibraryMethods
{
    private const string Namespace = "Scx.DotNet";

    /// <summary>What is compiled in the method's place; the method itself if the library has nothing for it.</summary>
    public static IMethodSymbol StandIn(Compilation compilation, IMethodSymbol method)
    {
        if (!method.IsStatic || !method.DeclaringSyntaxReferences.IsEmpty || compilation.GetTypeByMetadataName($"{Namespace}.{method.ContainingType.Name}") is not { } holder)
            return method;
        foreach (var member in holder.GetMembers(method.Name))
        {
            if (member is IMethodSymbol { IsStatic: true } stands && stands.Parameters.Select(p => p.Type).SequenceEqual(method.Parameters.Select(p => p.Type), SymbolEqualityComparer.Default))
                return stands;
        }
        return method;
    }

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
