using Microsoft.CodeAnalysis;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>Which types of .NET are spans, and what the compiler makes of them.</summary>
internal static class SpanTypes
{
    /// <summary>
    /// The fields of a span: where the first element of the whole object lies that the span is a part of, and the indices there of the span's first element
    /// and of the one after its last. Kept apart, so that the verifier sees one comparison bound the whole offset.
    /// </summary>
    public const string Base = "base", Start = "start", End = "end";

    /// <summary>What a <c>Span</c> or <c>ReadOnlySpan</c> has elements of, or null for any other type.</summary>
    public static ITypeSymbol? Element(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeArguments.Length: 1 } named && (named.MetadataNameIs("System.Span`1") || named.MetadataNameIs("System.ReadOnlySpan`1"))
            ? named.TypeArguments[0]
            : null;

    /// <summary>Whether a type is the enumerator of a span. Its <see cref="Start"/> is the index of the element it is at.</summary>
    public static bool IsEnumerator(ITypeSymbol? type) => type is { Name: "Enumerator", ContainingType: { } outer } && Element(outer) is not null;

    /// <summary>The IR struct of a span or of its enumerator.</summary>
    public static StructType LayOut(string name, IrType element) => new(
        name,
        [
            new StructField(Base, new PointerType(element, MemorySpace.Any), 0),
            new StructField(Start, IrType.U64, 8),
            new StructField(End, IrType.U64, 16),
        ],
        24, 8);
}
