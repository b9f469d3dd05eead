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
internal sealed class MapLowering(Compilation compilation, TypeLowering types)
{
    private const string EntriesName = "max_entries";

    /// <summary>Lowers a field.</summary>
    /// <param name="field">A field whose type is a map.</param>
    /// <param name="initializer">Its initial value, or null.</param>
    /// <param name="name">Its symbol in the object.</param>
    /// <param name="tags">Its declaration tags.</param>
    /// <param name="span">Its declaration.</param>
    /// <exception cref="UnsupportedException">The kernel would not make such a map.</exception>
    public Map Lower(IFieldSymbol field, ExpressionSyntax? initializer, string name, ImmutableArray<string> tags, SourceSpan span)
    {
        var map = (INamedTypeSymbol)field.Type;
        var binding = MapBindings.Kind(map)!;
        if (initializer is not BaseObjectCreationExpressionSyntax creation || !field.IsReadOnly
            || compilation.GetSemanticModel(creation.SyntaxTree).GetSymbolInfo(creation).Symbol is not IMethodSymbol constructor)
        {
            throw new UnsupportedException(Rules.MapField, span, field.Name, TypeLowering.Display(map), Arguments(map));
        }
        var type = (MapType)((PointerType)types.Lower(map, span)).Target;
        CheckValue(field, binding, type, span);
        uint entries = 0;
        foreach (var parameter in constructor.OriginalDefinition.Parameters)
        {
            if (parameter.Attribute(KnownSymbols.MapDefinitionAttribute) is { } definition && definition.Text(0) == EntriesName)
                entries = Number(field, definition, creation, parameter.Ordinal, parameter.Name);
        }
        return new Map(name, type, span) { MaxEntries = entries, Flags = binding.Named("Flags", 0u), Tags = tags };
    }

    private static void CheckValue(IFieldSymbol field, AttributeData binding, MapType type, SourceSpan span)
    {
        int limit = binding.Named("MaxValueSize", 0);
        if (type.Value is { } value && limit != 0 && TypeLowering.Size(value) is var size && size > limit)
            throw new UnsupportedException(Rules.MapValueSize, span, field.Name, Text(size), Text(limit));
    }

    private uint Number(IFieldSymbol field, AttributeData definition, BaseObjectCreationExpressionSyntax creation, int ordinal, string parameter)
    {
        var arguments = creation.ArgumentList?.Arguments ?? [];
        var argument = arguments.FirstOrDefault(a => a.NameColon?.Name.Identifier.Text == parameter) ?? arguments[ordinal];
        var (minimum, maximum) = (definition.Named("Minimum", 1u), definition.Named("Maximum", uint.MaxValue));
        string meaning = definition.Named("Meaning", "number of entries");
        var constant = compilation.GetSemanticModel(argument.SyntaxTree).GetConstantValue(argument.Expression);
        if (!constant.HasValue || KernelBindings.ConstantNumber(constant.Value!) is var number && (number < minimum || number > maximum))
            throw new UnsupportedException(Rules.MapSize, Spans.Of(argument), field.Name, meaning, Text(minimum), Text(maximum));
        return (uint)KernelBindings.ConstantNumber(constant.Value!);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    // What 'new' wants, for the message: the names of the first constructor's parameters.
    private static string Arguments(INamedTypeSymbol map) =>
        string.Join(", ", map.InstanceConstructors.First().Parameters.Where(p => !p.IsOptional).Select(p => p.Name));
}
