using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>
/// Where .NET puts the fields of a struct, so that both halves of a program agree. Structs of the user's are laid out in the order of their
/// fields; tuples, whose order .NET may choose (LayoutKind.Auto), as CoreCLR chooses it. A test compares each rule with the running .NET.
/// </summary>
internal static class StructLayout
{
    private const int PointerSize = 8;

    // A longer tuple keeps the others in a tuple of their own.
    private const int TupleFields = 7;

    /// <summary>A struct of the user's, as its <c>[StructLayout]</c> says.</summary>
    /// <param name="name">Name in BTF.</param>
    /// <param name="fields">In the order of the source, their offsets those of <c>[FieldOffset]</c>.</param>
    /// <param name="attribute">The attribute, or null.</param>
    public static StructType Of(string name, ImmutableArray<StructField> fields, AttributeData? attribute)
    {
        if (attribute is null)
            return InOrder(name, fields);
        int pack = attribute.Named("Pack", 0), size = attribute.Named("Size", 0);
        var kind = (LayoutKind)System.Convert.ToInt32(attribute.ConstructorArguments[0].Value, CultureInfo.InvariantCulture);
        if (kind == LayoutKind.Auto)
            return Packed(name, fields);
        var (placed, end, alignment) = Place(fields, pack == 0 ? PointerSize : pack, kind == LayoutKind.Explicit);
        return new StructType(name, placed, Math.Max(Math.Max(RoundUp(end, alignment), size), 1), alignment);
    }

    /// <summary>Fields one after the other, each at its alignment.</summary>
    /// <param name="name">Name in BTF.</param>
    /// <param name="fields">In the order of the source; their offsets are not looked at.</param>
    public static StructType InOrder(string name, ImmutableArray<StructField> fields)
    {
        var (placed, end, alignment) = Place(fields);
        // An empty struct has one byte in C#.
        return new StructType(name, placed, Math.Max(RoundUp(end, alignment), 1), alignment);
    }

    /// <summary>Fields as CoreCLR packs those of a tuple: scalars by size, the largest first, then structs.</summary>
    /// <param name="name">Name in BTF.</param>
    /// <param name="elements">In the order of the tuple; their offsets are not looked at.</param>
    public static StructType OfTuple(string name, ImmutableArray<StructField> elements) =>
        elements.Length > TupleFields ? OfLongTuple(name, elements) : Packed(name, elements);

    private static StructType Packed(string name, ImmutableArray<StructField> elements)
    {
        var scalars = elements.Where(e => e.Type is not StructType).OrderByDescending(e => TypeSize.Of(e.Type));
        var (placed, end, _) = Place([.. scalars, .. elements.Where(e => e.Type is StructType)]);
        int size = end <= PointerSize ? PowerOfTwo(end) : RoundUp(end, PointerSize);
        return new StructType(name, placed, size, Math.Min(size, PointerSize));
    }

    private static StructType OfLongTuple(string name, ImmutableArray<StructField> elements)
    {
        var others = OfTuple(name, elements.RemoveRange(0, TupleFields));
        var whole = Packed(name, [.. elements.Take(TupleFields), new StructField("", others, 0)]);
        // The tuple of the others has no name, and its elements are named as if they were the whole's.
        var flat = whole.Fields.SelectMany(f => f.Type == others ? others.Fields.Select(o => o with { Offset = o.Offset + f.Offset }) : [f]);
        return new StructType(name, [.. flat.OrderBy(f => f.Offset)], whole.Size, whole.Alignment);
    }

    private static (ImmutableArray<StructField> Placed, int End, int Alignment) Place(
        ImmutableArray<StructField> fields, int pack = PointerSize, bool given = false)
    {
        var placed = new List<StructField>();
        int end = 0, largest = 1;
        foreach (var field in fields)
        {
            int alignment = Math.Min(TypeLowering.Alignment(field.Type), pack);
            int offset = given ? field.Offset : RoundUp(end, alignment);
            placed.Add(field with { Offset = offset });
            end = Math.Max(end, offset + TypeSize.Of(field.Type));
            largest = Math.Max(largest, alignment);
        }
        return ([.. placed.OrderBy(f => f.Offset)], end, largest);
    }

    private static int PowerOfTwo(int size)
    {
        int power = 1;
        while (power < size)
            power *= 2;
        return power;
    }

    private static int RoundUp(int offset, int alignment) => (offset + alignment - 1) / alignment * alignment;
}
