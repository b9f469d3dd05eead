using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>Reads what the Sdk's attributes say of kinds of map and of what can be done with them.</summary>
internal static class MapBindings
{
    /// <summary>The binding of a map's class, or null if the type is no map.</summary>
    public static AttributeData? Kind(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class } named ? named.OriginalDefinition.Attribute(KnownSymbols.MapTypeAttribute) : null;

    /// <summary>The operation that a method or an indexer of a map's class is, or null.</summary>
    public static MapHelper? Operation(ISymbol member)
    {
        if (member.OriginalDefinition.Attribute(KnownSymbols.MapHelperAttribute) is not { } attribute)
            return null;
        var fixedArguments = attribute.ConstructorArguments[2].Values.Select(v => KernelBindings.ConstantNumber(v.Value!));
        var helper = new Helper(attribute.Text(0), (int)attribute.ConstructorArguments[1].Value!)
        {
            Effects = member.OriginalDefinition is IMethodSymbol method ? BindingEffects.Of(method) : CallEffects.None,
        };
        return new MapHelper(helper, [.. fixedArguments])
        {
            PassesSize = attribute.Named("PassesSize", false),
            ImpliesKey = Kind(member.ContainingType) is { } kind && HasOneEntry(kind),
        };
    }

    /// <summary>Whether a kind of map has one entry, with the key 0.</summary>
    public static bool HasOneEntry(AttributeData kind) => kind.Named("OneEntry", false);

    /// <summary>Whether the kernel takes the address of an argument.</summary>
    public static bool ByAddress(IParameterSymbol parameter) =>
        parameter.RefKind != RefKind.None || parameter.OriginalDefinition.Attribute(KnownSymbols.ByAddressAttribute) is not null;

    /// <summary>The type argument whose type parameter has an attribute, or null.</summary>
    public static ITypeSymbol? TypeArgument(INamedTypeSymbol map, string attribute)
    {
        for (int i = 0; i < map.TypeArguments.Length; i++)
        {
            if (map.OriginalDefinition.TypeParameters[i].Attribute(attribute) is not null)
                return map.TypeArguments[i];
        }
        return null;
    }
}

/// <summary>An operation on a map as its binding says it.</summary>
/// <param name="Helper">The helper.</param>
/// <param name="FixedArguments">Arguments that follow those of C#.</param>
internal sealed record MapHelper(Helper Helper, ImmutableArray<long> FixedArguments)
{
    /// <summary>After the map comes the size of what the result points at.</summary>
    public bool PassesSize { get; init; }

    /// <summary>After the map comes the key 0, which C# leaves out.</summary>
    public bool ImpliesKey { get; init; }
}
