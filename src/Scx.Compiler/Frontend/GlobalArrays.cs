using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>An array of globals that the loader sizes, and where it leaves how long it made it.</summary>
/// <param name="Elements">The elements: an array in a section of its own.</param>
/// <param name="Length">Number of elements, a <c>u32</c> in <c>.rodata</c>, so that the verifier knows it.</param>
internal sealed record GlobalArray(Global Elements, Global Length);

/// <summary>Fields that are arrays of globals (<c>Scx.Bindings.GlobalArrayAttribute</c>).</summary>
/// <param name="compilation">The user's project.</param>
/// <param name="types">Types of the module.</param>
/// <param name="symbols">Names taken in the object.</param>
internal sealed class GlobalArrays(Compilation compilation, TypeLowering types, HashSet<string> symbols)
{
    // Scx.Bindings.GlobalArrayLength.CpuIds.
    private const int CpuIds = 1;

    /// <summary>Whether a type is such an array.</summary>
    public static bool Is(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class } named && named.OriginalDefinition.Attribute(KnownSymbols.GlobalArrayAttribute) is not null;

    /// <summary>Lowers a field.</summary>
    /// <exception cref="UnsupportedException">Its length is no constant, it is not made in its declaration, or its elements hold what only maps can.</exception>
    public GlobalArray Lower(IFieldSymbol field, ExpressionSyntax? initializer, SourceSpan span)
    {
        var type = (INamedTypeSymbol)field.Type;
        var binding = type.OriginalDefinition.Attribute(KnownSymbols.GlobalArrayAttribute)!;
        bool perCpu = (int)binding.ConstructorArguments[0].Value! == CpuIds;
        if (initializer is not BaseObjectCreationExpressionSyntax creation || !field.IsReadOnly)
            throw new UnsupportedException(Rules.MapField, span, field.Name, TypeLowering.Display(type), perCpu ? "" : "length");
        MapLowering.CheckContents(field, creation);
        int length = perCpu ? 1 : LengthOf(field, creation, span);
        var elementType = MapBindings.TypeArgument(type, KnownSymbols.MapValueAttribute)!;
        var element = types.Lower(elementType, span);
        // libbpf maps what is in sections of their own into its memory, and the kernel lets nothing in it be mapped.
        if (TypeLowering.HoldsKernelState(element))
            throw new UnsupportedException(Rules.StateInMap, span, field.Name, type.Name, StateIn(elementType), "ArrayMap and HashMap");
        string name = Names.Unique(field.Name, symbols), lengthName = Names.Unique(field.Name + "_length", symbols);
        var elements = new Global(name, new ArrayType(element, length), GlobalSection.Zeroed, span)
        {
            SectionSuffix = name,
            Tags = [(perCpu ? "scx:cpu-array:" : "scx:array:") + lengthName],
        };
        byte[] bytes = BitConverter.GetBytes(length);
        return new GlobalArray(elements, new Global(lengthName, IrType.U32, GlobalSection.ReadOnly, span)
        {
            InitialBytes = ImmutableCollectionsMarshal.AsImmutableArray(bytes),
        });
    }

    private static string StateIn(ITypeSymbol type) =>
        type.Attribute(KnownSymbols.KernelStateAttribute) is not null || type.Attribute(KnownSymbols.KptrSlotAttribute) is not null
            ? type.Name
            : type.GetMembers().OfType<IFieldSymbol>().Where(f => !f.IsStatic && f.Type is { IsValueType: true, SpecialType: SpecialType.None } && !SymbolEqualityComparer.Default.Equals(f.Type, type))
                .Select(f => StateIn(f.Type)).FirstOrDefault(name => name.Length > 0) ?? "";

    private int LengthOf(IFieldSymbol field, BaseObjectCreationExpressionSyntax creation, SourceSpan span)
    {
        var argument = creation.ArgumentList?.Arguments.FirstOrDefault();
        var constant = argument is null ? default : compilation.GetSemanticModel(argument.SyntaxTree).GetConstantValue(argument.Expression);
        return constant is { HasValue: true, Value: int and > 0 and var length }
            ? length
            : throw new UnsupportedException(Rules.MapSize, argument is null ? span : Spans.Of(argument), field.Name, "length", "1", "2147483647");
    }
}
