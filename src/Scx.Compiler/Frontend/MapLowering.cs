using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>A map-typed field as a map of the object, by what the attributes on the map's class say.</summary>
/// <param name="compilation">The user's project.</param>
/// <param name="types">Types of the module.</param>
/// <param name="symbols">Names taken in the object.</param>
internal sealed class MapLowering(Compilation compilation, TypeLowering types, HashSet<string> symbols)
{
    private const string Entries = "max_entries", Flags = "map_flags", Extra = "map_extra";

    /// <summary>Lowers a field.</summary>
    /// <param name="field">A field whose type is a map.</param>
    /// <param name="initializer">Its initial value, or null.</param>
    /// <param name="tags">Its declaration tags.</param>
    /// <param name="span">Its declaration.</param>
    /// <exception cref="UnsupportedException">The kernel would not make such a map.</exception>
    public Map Lower(IFieldSymbol field, ExpressionSyntax? initializer, ImmutableArray<string> tags, SourceSpan span)
    {
        var type = (INamedTypeSymbol)field.Type;
        if (initializer is not BaseObjectCreationExpressionSyntax creation || !field.IsReadOnly)
            throw new UnsupportedException(Rules.MapField, span, field.Name, TypeLowering.Display(type), Arguments(type));
        return Lower(field, type, creation, Names.Unique(field.Name, symbols), span) with { Tags = tags };
    }

    private Map Lower(IFieldSymbol field, INamedTypeSymbol type, BaseObjectCreationExpressionSyntax creation, string name, SourceSpan span)
    {
        var binding = MapBindings.Kind(type)!;
        CheckContents(field, creation);
        if (Model(creation).GetSymbolInfo(creation).Symbol is not IMethodSymbol constructor)
            throw UnsupportedException.AlreadyReported(span);
        var contents = (MapType)((PointerType)types.Lower(type, span)).Target;
        CheckKey(field, binding, contents, type, span);
        CheckValue(field, binding, contents, span);
        CheckState(field, type, MapBindings.TypeArgument(type, KnownSymbols.MapValueAttribute), span);
        if (contents.Value is StructType value)
            KernelStates.CheckTogether(value, field.Name, span);
        var map = new Map(name, contents, span) { Flags = binding.Named("Flags", 0u), MaxEntries = MapBindings.HasOneEntry(binding) ? 1u : 0u };
        foreach (var parameter in constructor.OriginalDefinition.Parameters)
        {
            var argument = Argument(creation, parameter);
            if (parameter.Attribute(KnownSymbols.MapDefinitionAttribute) is { } definition)
                map = With(map, definition, argument is null ? Constant(parameter.ExplicitDefaultValue!) : Number(field, definition, argument));
            else if (parameter.Attribute(KnownSymbols.MapTemplateAttribute) is { } template)
                map = WithInner(field, map, argument!, template.Named("FillsEntries", false));
        }
        return map;
    }

    private static Map With(Map map, AttributeData definition, uint number) => definition.Text(0) switch
    {
        Entries => map with { MaxEntries = number },
        Flags => map with { Flags = map.Flags | number },
        Extra => map with { Extra = number },
        var name => throw new InternalCompilerException(map.Span, $"no number of a map is called {name}"),
    };

    /// <summary>A map of maps: the template, and a map for each entry if it has them from the start.</summary>
    private Map WithInner(IFieldSymbol field, Map map, ArgumentSyntax argument, bool fills)
    {
        if (argument.Expression is not ParenthesizedLambdaExpressionSyntax { ExpressionBody: BaseObjectCreationExpressionSyntax creation })
            throw new UnsupportedException(Rules.MapTemplate, Spans.Of(argument), field.Name);
        var type = (INamedTypeSymbol)Model(creation).GetTypeInfo(creation).Type!;
        if (MapBindings.Kind(type) is null)
            throw new UnsupportedException(Rules.MapTemplate, Spans.Of(argument), field.Name);
        var inner = Lower(field, type, creation, map.Name, map.Span);
        var entries = Enumerable.Range(0, fills ? (int)map.MaxEntries : 0)
            .Select(i => inner with { Name = Names.Unique($"{map.Name}_{i.ToString(CultureInfo.InvariantCulture)}", symbols) });
        return map with { Inner = inner, InnerMaps = [.. entries] };
    }

    /// <summary>Refuses <c>new() { [0] = 5 }</c>, which .NET would do and no loader does.</summary>
    /// <exception cref="UnsupportedException">Something is put into the map.</exception>
    public static void CheckContents(IFieldSymbol field, BaseObjectCreationExpressionSyntax creation)
    {
        if (creation.Initializer is { Expressions.Count: > 0 } contents)
            throw new UnsupportedException(Rules.MapContents, Spans.Of(contents), field.Name, field.ContainingType.FirstCode());
    }

    private static void CheckKey(IFieldSymbol field, AttributeData binding, MapType contents, INamedTypeSymbol type, SourceSpan span)
    {
        if (binding.Named<string?>("KeyStart", null) is not { } start)
            return;
        int limit = binding.Named("MaxKeySize", 0);
        bool fits = contents.Key is StructType { Fields: { Length: > 1 } fields } key && fields[0].Type == Prototype.ParseType(start) && key.Size <= limit;
        if (!fits)
        {
            string found = TypeLowering.Display(MapBindings.TypeArgument(type, KnownSymbols.MapKeyAttribute)!);
            throw new UnsupportedException(Rules.MapKey, span, field.Name, found, Text(limit), start);
        }
    }

    private static void CheckValue(IFieldSymbol field, AttributeData binding, MapType contents, SourceSpan span)
    {
        int limit = binding.Named("MaxValueSize", 0);
        if (contents.Value is { } value && limit != 0 && TypeSize.Of(value) is var size && size > limit)
            throw new UnsupportedException(Rules.MapValueSize, span, field.Name, Text(size), Text(limit));
    }

    /// <summary>Whether the kind of map may hold the state of the kernel's that is in its values.</summary>
    private static void CheckState(IFieldSymbol field, INamedTypeSymbol map, ITypeSymbol? part, SourceSpan span)
    {
        if (part is not INamedTypeSymbol { TypeKind: TypeKind.Struct } structure)
            return;
        var kinds = structure.Attribute(KnownSymbols.KernelStateAttribute)?.NamedArguments.FirstOrDefault(a => a.Key == "Maps").Value is { Kind: TypedConstantKind.Array } maps
            ? maps.Values.Select(v => ((INamedTypeSymbol)v.Value!).OriginalDefinition).ToList()
            : [];
        if (kinds.Count > 0 && !kinds.Contains(map.OriginalDefinition, SymbolEqualityComparer.Default))
            throw new UnsupportedException(Rules.StateInMap, span, field.Name, map.Name, structure.Name, string.Join(", ", kinds.Select(k => k.Name)));
        if (structure.Attribute(KnownSymbols.KernelStateAttribute) is null && structure.SpecialType == SpecialType.None)
        {
            foreach (var inner in structure.GetMembers().OfType<IFieldSymbol>().Where(f => !f.IsStatic))
                CheckState(field, map, inner.Type, span);
        }
    }

    private uint Number(IFieldSymbol field, AttributeData definition, ArgumentSyntax argument)
    {
        var (minimum, maximum) = (definition.Named("Minimum", 1u), definition.Named("Maximum", uint.MaxValue));
        string meaning = definition.Named("Meaning", "number of entries");
        var constant = Model(argument).GetConstantValue(argument.Expression);
        long number = constant.HasValue ? KernelBindings.ConstantNumber(constant.Value!) : -1;
        if (number < minimum || number > maximum)
            throw new UnsupportedException(Rules.MapSize, Spans.Of(argument), field.Name, meaning, Text(minimum), Text(maximum));
        if (definition.Named("PowerOfTwo", false) && (number & (number - 1)) != 0)
            throw new UnsupportedException(Rules.MapSizePowerOfTwo, Spans.Of(argument), field.Name, meaning, Text(number), Text(minimum));
        return (uint)number;
    }

    private static ArgumentSyntax? Argument(BaseObjectCreationExpressionSyntax creation, IParameterSymbol parameter)
    {
        var arguments = creation.ArgumentList?.Arguments ?? [];
        var positional = parameter.Ordinal < arguments.Count && arguments[parameter.Ordinal].NameColon is null ? arguments[parameter.Ordinal] : null;
        return arguments.FirstOrDefault(a => a.NameColon?.Name.Identifier.Text == parameter.Name) ?? positional;
    }

    private static uint Constant(object value) => (uint)KernelBindings.ConstantNumber(value);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    // What 'new' wants, for the message: the names of the first constructor's parameters.
    private static string Arguments(INamedTypeSymbol map) =>
        string.Join(", ", map.InstanceConstructors.First().Parameters.Where(p => !p.IsOptional).Select(p => p.Name));

    private SemanticModel Model(SyntaxNode node) => compilation.GetSemanticModel(node.SyntaxTree);
}
