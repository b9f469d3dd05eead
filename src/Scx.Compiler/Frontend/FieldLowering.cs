using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>Instance fields of a scheduler as globals and maps.</summary>
/// <param name="semantics">What the user's project means.</param>
/// <param name="types">Types of the module.</param>
/// <param name="symbols">Names taken in the object.</param>
/// <param name="diagnostics">What is found wrong.</param>
internal sealed class FieldLowering(Semantics semantics, TypeLowering types, HashSet<string> symbols, DiagnosticBag diagnostics)
{
    private readonly GlobalArrays arrays = new(semantics.Compilation, types, symbols);
    private readonly MapLowering maps = new(semantics.Compilation, types, symbols);

    /// <summary>Globals by the field that they stand for.</summary>
    public Dictionary<IFieldSymbol, Global> Globals { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Maps by the field that they stand for.</summary>
    public Dictionary<IFieldSymbol, Map> Maps { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Arrays that the loader sizes, by the field that they stand for.</summary>
    public Dictionary<IFieldSymbol, GlobalArray> Arrays { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Every global that a field stands for.</summary>
    public IEnumerable<Global> All => Globals.Values.Concat(Arrays.Values.SelectMany(a => new[] { a.Elements, a.Length }));

    /// <summary>Fields that have had their error.</summary>
    public HashSet<ISymbol> Refused { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Lowers the fields of the class and of those between it and Scheduler.</summary>
    public void Lower(INamedTypeSymbol scheduler)
    {
        for (var at = scheduler; at is not null && !at.IsObjectBase(); at = at.BaseType)
        {
            foreach (var field in at.GetMembers().OfType<IFieldSymbol>())
            {
                try
                {
                    if (!field.IsStatic)
                        Lower(field);
                    else if (field.Attribute(KnownSymbols.TunableAttribute) is not null)
                        throw new UnsupportedException(Rules.TunableField, Spans.Of(field), field.Name, field.IsConst ? "a constant" : "static");
                }
                catch (UnsupportedException unsupported)
                {
                    diagnostics.Report(unsupported);
                    Refused.Add(field);
                }
            }
        }
        SeparateLocks();
        RefuseSameOptions();
    }

    /// <summary>
    /// A section is one value of a map to the kernel, which takes one lock in it. Locks that guard nothing that the kernel knows of get sections of their
    /// own; which of several guards a tree is not for us to guess.
    /// </summary>
    private void SeparateLocks()
    {
        var together = Globals.Where(g => g.Value is { SectionSuffix: SharedSection, Type: StructType { IsKernelState: true } })
            .OrderBy(g => g.Value.Span).ToList();
        var locks = together.Where(g => ((StructType)g.Value.Type).IsLock).ToList();
        var links = together.Where(g => ((StructType)g.Value.Type).LinksObjects).ToList();
        if (links.Count == 0)
        {
            foreach (var (field, global) in locks.Skip(1).Select(g => (g.Key, g.Value)))
                Globals[field] = global with { SectionSuffix = global.Name };
        }
        else if (locks.Count == 0)
        {
            Refuse(links[0].Key, links[0].Value, "is a tree or list without the lock that guards it; declare a BpfSpinLock beside it");
        }
        else if (locks.Count > 1)
        {
            Refuse(locks[1].Key, locks[1].Value, $"is a second lock, and which one guards '{links[0].Value.Name}' is not said; put each lock into a struct with what it guards");
        }
    }

    /// <summary>Gives the globals and maps other places.</summary>
    public void Place(Func<SourceSpan, SourceSpan> place)
    {
        foreach (var (field, global) in Globals.Select(entry => (entry.Key, entry.Value)).ToList())
            Globals[field] = global with { Span = place(global.Span) };
        foreach (var (field, map) in Maps.Select(entry => (entry.Key, entry.Value)).ToList())
            Maps[field] = Relocation.Of(map, place);
        foreach (var (field, array) in Arrays.Select(entry => (entry.Key, entry.Value)).ToList())
            Arrays[field] = new GlobalArray(array.Elements with { Span = place(array.Elements.Span) }, array.Length with { Span = place(array.Length.Span) });
    }

    private void Refuse(IFieldSymbol field, Global global, string reason)
    {
        diagnostics.Report(Rules.LockBeside, global.Span, global.Name, reason);
        Refused.Add(field);
    }

    private void Lower(IFieldSymbol field)
    {
        var span = Spans.Of((ISymbol?)field.AssociatedSymbol ?? field);
        var tags = Tags(field);
        bool counts;
        if (field.Attribute(KnownSymbols.TunableAttribute) is not null && (MapBindings.Kind(field.Type) is not null || GlobalArrays.Is(field.Type)))
            throw NotTunable(field);
        if (MapBindings.Kind(field.Type) is not null)
        {
            var map = maps.Lower(field, Initializer(field), tags, span);
            if (field.Type.MetadataNameIs(KnownSymbols.Arena) && Maps.Keys.FirstOrDefault(f => f.Type.MetadataNameIs(KnownSymbols.Arena)) is { } other)
                throw new UnsupportedException(Rules.ArenaTwice, span, field.Name, other.Name);
            Maps.Add(field, map);
            counts = map is { Type: { Indexed: true, Value: { } value }, MaxEntries: 1 } && IsCounter(value);
        }
        else if (GlobalArrays.Is(field.Type))
        {
            Arrays.Add(field, arrays.Lower(field, Initializer(field), span));
            counts = false;
        }
        else
        {
            var global = LowerGlobal(field, tags, span);
            Globals.Add(field, global);
            counts = global.Type is IntType;
        }
        if (!counts && field.Attribute(KnownSymbols.StatAttribute) is not null)
            diagnostics.Report(Rules.StatField, span, field.Name);
    }

    private static bool IsCounter(IrType type) => type switch
    {
        IntType => true,
        StructType structure => structure.Fields.All(f => f.Type is IntType),
        _ => false,
    };

    /// <summary>The loader names options in lower case with hyphens, so two fields may come to the same.</summary>
    private void RefuseSameOptions()
    {
        var options = new Dictionary<string, IFieldSymbol>(StringComparer.Ordinal);
        foreach (var field in Globals.Keys.Where(f => f.Attribute(KnownSymbols.TunableAttribute) is not null))
        {
            string option = Names.Option(field.Name);
            if (options.TryGetValue(option, out var other))
                diagnostics.Report(Rules.TunableTwice, Spans.Of(field), other.Name, field.Name, option);
            else
                options.Add(option, field);
        }
    }

    private static ImmutableArray<string> Tags(IFieldSymbol field)
    {
        var tags = ImmutableArray.CreateBuilder<string>();
        if (field.Attribute(KnownSymbols.TunableAttribute) is { } tunable)
            tags.Add("scx:tunable:" + tunable.Text(0));
        if (field.Attribute(KnownSymbols.StatAttribute) is { } stat)
            tags.Add("scx:stat:" + stat.Text(0));
        return tags.ToImmutable();
    }

    private Global LowerGlobal(IFieldSymbol field, ImmutableArray<string> tags, SourceSpan span)
    {
        var type = types.Lower(field.Type, span);
        TypeLowering.CheckKept(type, field.Type, field.Name, span);
        if (field.Attribute(KnownSymbols.TunableAttribute) is not null && (!field.IsReadOnly || type is not (IntType or BoolType)))
            throw NotTunable(field);
        var initial = InitialBytes(field, type);
        var section = field.IsReadOnly ? GlobalSection.ReadOnly
            : initial.All(b => b == 0) ? GlobalSection.Zeroed
            : GlobalSection.Data;
        string name = Names.Unique((field.AssociatedSymbol ?? field).Name, symbols);
        if (TypeLowering.HoldsKernelState(type))
            return KernelStateGlobal(name, field, type, span);
        return new Global(name, type, section, span) { InitialBytes = initial, Tags = tags, Enum = EnumOf(field.Type) };
    }

    private static UnsupportedException NotTunable(IFieldSymbol field)
    {
        string found = field.IsReadOnly ? $"of the type '{TypeLowering.Display(field.Type)}'" : "not readonly";
        return new UnsupportedException(Rules.TunableField, Spans.Of((ISymbol?)field.AssociatedSymbol ?? field), field.Name, found);
    }

    private static EnumType? EnumOf(ITypeSymbol type) => type is not INamedTypeSymbol { TypeKind: TypeKind.Enum } named ? null : new EnumType(
        named.Name,
        [.. named.GetMembers().OfType<IFieldSymbol>().Where(f => f.HasConstantValue).Select(f => (f.Name, KernelBindings.ConstantNumber(f.ConstantValue!)))]);

    // Fields of which each is one piece of the kernel's state: they belong together, as a lock and the tree that it guards do.
    private const string SharedSection = "locked";

    /// <summary>
    /// A field that holds state of the kernel's: it lies in a section of its own, which is a map of its own, so that a lock and what it guards are one value.
    /// </summary>
    private Global KernelStateGlobal(string name, IFieldSymbol field, IrType type, SourceSpan span)
    {
        string? link = types.LinkTag(field.Type, span);
        if (type is not StructType { IsKernelState: true })
            KernelStates.CheckTogether(type, name, span);
        return new Global(name, type, GlobalSection.Data, span)
        {
            Tags = link is null ? [] : [link],
            IsHidden = true,
            SectionSuffix = type is StructType { IsKernelState: true } ? SharedSection : name,
        };
    }

    private ImmutableArray<byte> InitialBytes(IFieldSymbol field, IrType type)
    {
        if (Initializer(field) is not { } initializer)
            return [];
        byte[] bytes = new byte[TypeSize.Of(type)];
        // A constant of the kernel's counts here as it is in the bindings: the loader puts in numbers only where there is code.
        object? known = Model(initializer).GetConstantValue(initializer) is { HasValue: true, Value: { } constant } && type is IntType or BoolType
            ? constant is bool ? constant : new BigInteger(KernelBindings.ConstantNumber(constant))
            : ConstantTables.Initializer(field, semantics, cancellation: default) is { } operation ? ConstantEvaluator.Evaluate(operation, semantics, cancellation: default) : null;
        if (known is not null && new ConstantValue(bytes, 0).Write(known, type))
            return ImmutableCollectionsMarshal.AsImmutableArray(bytes);
        if (initializer.IsKind(SyntaxKind.DefaultLiteralExpression) || initializer is DefaultExpressionSyntax)
            return [];
        throw new UnsupportedException(Rules.InitialValue, Spans.Of(initializer), (field.AssociatedSymbol ?? field).Name, field.ContainingType.FirstCode());
    }

    private static ExpressionSyntax? Initializer(IFieldSymbol field)
    {
        var declaration = ((ISymbol?)field.AssociatedSymbol ?? field).DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        return declaration switch
        {
            VariableDeclaratorSyntax variable => variable.Initializer?.Value,
            PropertyDeclarationSyntax property => property.Initializer?.Value,
            _ => null,
        };
    }

    private SemanticModel Model(SyntaxNode node) => semantics.Of(node);
}
