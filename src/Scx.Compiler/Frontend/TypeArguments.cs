using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Scx.Compiler.Frontend;

/// <summary>
/// What the type parameters stand for in the method at hand. A generic method is lowered once for each set of types that it is used with.
/// </summary>
internal sealed class TypeArguments
{
    private readonly Dictionary<ITypeParameterSymbol, ITypeSymbol> arguments = new(SymbolEqualityComparer.Default);

    /// <summary>What the type parameters of a method and of the types around it stand for.</summary>
    /// <param name="method">The method, constructed.</param>
    /// <param name="around">Of a local function, those of the method around it.</param>
    /// <param name="receiver">Of an interface's own method, the struct that it is called on.</param>
    public TypeArguments(IMethodSymbol method, TypeArguments? around = null, ITypeSymbol? receiver = null)
    {
        Receiver = receiver ?? around?.Receiver;
        if (around is not null)
            arguments = new(around.arguments, SymbolEqualityComparer.Default);
        for (IMethodSymbol? at = method; at is not null; at = at.ContainingSymbol as IMethodSymbol)
            Add(at.OriginalDefinition.TypeParameters, at.TypeArguments);
        for (var at = method.ContainingType; at is not null; at = at.ContainingType)
            Add(at.OriginalDefinition.TypeParameters, at.TypeArguments);
    }

    /// <summary>What <c>this</c> is in a method that an interface implements for the structs that have it; null in any other.</summary>
    public ITypeSymbol? Receiver { get; }

    private void Add(ImmutableArray<ITypeParameterSymbol> parameters, ImmutableArray<ITypeSymbol> types)
    {
        for (int i = 0; i < parameters.Length; i++)
        {
            if (types[i] is not ITypeParameterSymbol)
                arguments[parameters[i]] = types[i];
        }
    }

    /// <summary>A type of the method's text as it is here.</summary>
    public ITypeSymbol Of(ITypeSymbol type) =>
        Substituted(type) is var known && known.TypeKind == TypeKind.Interface && Receiver?.AllInterfaces.Contains(known, SymbolEqualityComparer.Default) == true
            ? Receiver
            : known;

    private ITypeSymbol Substituted(ITypeSymbol type) => type switch
    {
        _ when arguments.Count == 0 => type,
        ITypeParameterSymbol parameter when arguments.TryGetValue(parameter.OriginalDefinition, out var argument) => argument,
        // The text of an extension block names the block's type parameters; the method made of it has its own, of the same names.
        ITypeParameterSymbol { ContainingSymbol: INamedTypeSymbol { TypeKind: LibraryMethods.Extension } } parameter
            when arguments.FirstOrDefault(a => a.Key.Name == parameter.Name).Value is { } named => named,
        INamedTypeSymbol { IsGenericType: true } named => Of(named),
        _ => type,
    };

    private INamedTypeSymbol Of(INamedTypeSymbol type)
    {
        var definition = type.ContainingType is { IsGenericType: true } outer
            ? Of(outer).GetTypeMembers(type.Name, type.Arity).First()
            : type.OriginalDefinition;
        var constructed = type.Arity == 0 ? definition : definition.Construct([.. type.TypeArguments.Select(Of)]);
        return (INamedTypeSymbol)constructed.WithNullableAnnotation(type.NullableAnnotation);
    }

    /// <summary>A method of the text as it is here; a static abstract one becomes what the type that is meant has for it.</summary>
    /// <param name="method">The method called.</param>
    /// <param name="constrainedTo">The type parameter in <c>T.Method()</c>, or null.</param>
    public IMethodSymbol Of(IMethodSymbol method, ITypeSymbol? constrainedTo)
    {
        method = Of(method);
        if (constrainedTo is null || method.ContainingType.TypeKind != TypeKind.Interface)
            return method;
        var implementation = Of(constrainedTo).FindImplementationForInterfaceMember(method.ConstructedFrom) as IMethodSymbol;
        return implementation is { IsGenericMethod: true } ? implementation.Construct([.. method.TypeArguments]) : implementation ?? method;
    }

    private IMethodSymbol Of(IMethodSymbol method)
    {
        if (arguments.Count == 0)
            return method;
        if (method.MethodKind == MethodKind.LocalFunction)
            return method.IsGenericMethod ? method.OriginalDefinition.Construct([.. method.TypeArguments.Select(Of)]) : method;
        var definition = method.OriginalDefinition;
        if (method.ContainingType is { IsGenericType: true } type && Of(type) is var container
            && container.GetMembers(method.Name).OfType<IMethodSymbol>().FirstOrDefault(m => Same(m.OriginalDefinition, definition)) is { } member)
        {
            definition = member;
        }
        return method.IsGenericMethod ? definition.Construct([.. method.TypeArguments.Select(Of)]) : definition;
    }

    /// <summary>The types, so that two sets of them can be compared.</summary>
    public override string ToString() =>
        Receiver?.ToDisplayString() + string.Join(";", arguments.Select(a => $"{a.Key.ContainingSymbol.Name}.{a.Key.Name}={a.Value.ToDisplayString()}").OrderBy(text => text, StringComparer.Ordinal));

    private static bool Same(ISymbol a, ISymbol b) => SymbolEqualityComparer.Default.Equals(a, b);
}
