using Microsoft.CodeAnalysis;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <content>State of the kernel's in the scheduler's memory, and objects of the scheduler's on the kernel's heap.</content>
internal sealed partial class TypeLowering
{
    // What an object that can be in a tree or list begins with.
    private const string NodeField = "node";

    /// <summary>Whether a class is one of objects on the kernel's heap.</summary>
    public static bool IsAllocated(ITypeSymbol type) => type.SelfAndBases().Any(t => t.MetadataNameIs(KnownSymbols.AllocatedObject));

    /// <summary>The declaration tag of a field that links objects together, or null.</summary>
    public string? LinkTag(ITypeSymbol type, SourceSpan span) =>
        type is INamedTypeSymbol { TypeArguments.Length: 1 } holder && type.Attribute(KnownSymbols.KernelStateAttribute)?.Named("LinksObjects", false) == true
            && Lower(holder.TypeArguments[0], span) is PointerType { Target: StructType target }
            ? Ir.LinkTag.Of(target, NodeField)
            : null;

    /// <summary>Whether memory of a type holds state that only the kernel's functions may touch.</summary>
    public static bool HoldsKernelState(IrType type) => type switch
    {
        KptrType => true,
        StructType { IsKernelState: true } => true,
        StructType structure => structure.Fields.Any(f => HoldsKernelState(f.Type)),
        ArrayType array => HoldsKernelState(array.Element),
        _ => false,
    };

    /// <summary>The state of the kernel's, in a method's frame, that objects of a class are; null if they are not.</summary>
    public StructType? FrameState(ITypeSymbol type)
    {
        if (type.Attribute(KnownSymbols.FrameStateAttribute) is not { } attribute)
            return null;
        string name = attribute.Text(0);
        if (!frameStates.TryGetValue(name, out var state))
            frameStates.Add(name, state = IteratorState(attribute) with { IsKernelState = true });
        return state;
    }

    /// <summary>Whether a value is the address of such state.</summary>
    public static bool IsFrameState(IrType type) => type is PointerType { Target: StructType { IsKernelState: true }, Space: MemorySpace.Stack };

    private KptrType KptrSlot(ITypeSymbol type, SourceSpan span)
    {
        var value = type.GetMembers("Value").OfType<IPropertySymbol>().First();
        return new KptrType(((PointerType)Lower(value.Type, span)).Target);
    }

    /// <summary>Refuses an object, or a reference to a value, or a tuple with one in it, where only what outlives the call may be.</summary>
    /// <param name="lowered">What would be kept.</param>
    /// <param name="type">Its type in C#.</param>
    /// <param name="holder">What would keep it.</param>
    /// <param name="span">The place.</param>
    public static void CheckKept(IrType lowered, ITypeSymbol type, string holder, SourceSpan span)
    {
        if (HoldsPointers(lowered))
            throw NotKept(type, holder, span);
    }

    private static bool HoldsPointers(IrType type) => type switch
    {
        PointerType => true,
        StructType structure => structure.Fields.Any(f => HoldsPointers(f.Type)),
        ArrayType array => HoldsPointers(array.Element),
        _ => false,
    };

    private static UnsupportedException NotKept(ITypeSymbol type, string holder, SourceSpan span)
    {
        string slot = SlotFor(type) is { } found ? $", or a reference of its own in a {found.Name}" : "";
        return new UnsupportedException(Rules.MapElement, span, Display(type), holder, $"it is lent for one call only; store what finds it again (of a task, its Pid){slot}");
    }

    /// <summary>The struct that owns objects of a type while they are in memory; null if there is none.</summary>
    private static INamedTypeSymbol? SlotFor(ITypeSymbol type) =>
        type.ContainingNamespace?.GetTypeMembers()
            .Where(t => t.Arity == 0 && t.Attribute(KnownSymbols.KptrSlotAttribute) is not null)
            .FirstOrDefault(t => type.SelfAndBases().Contains(t.GetMembers("Value").OfType<IPropertySymbol>().First().Type, SymbolEqualityComparer.Default));

    private static StructType KernelState(AttributeData attribute)
    {
        int size = (int)attribute.ConstructorArguments[1].Value!, alignment = (int)attribute.ConstructorArguments[2].Value!;
        var word = alignment == 8 ? IrType.U64 : IrType.U32;
        return new StructType(attribute.Text(0), [new StructField("opaque", new ArrayType(word, size / alignment), 0)], size, alignment)
        {
            IsKernelState = true,
            LinksObjects = attribute.Named("LinksObjects", false),
            IsLock = attribute.Named("IsLock", false),
        };
    }

    /// <summary>The struct that an object is: first what its base class begins with, then its own fields.</summary>
    private StructType ObjectStruct(INamedTypeSymbol type, SourceSpan span)
    {
        type = (INamedTypeSymbol)type.WithNullableAnnotation(NullableAnnotation.None);
        if (structs.TryGetValue(type, out var known))
            return known;
        if (!type.IsSealed || type.BaseType is not { DeclaringSyntaxReferences.IsEmpty: true } kind)
            throw new UnsupportedException(Rules.Unsupported, span, $"The class '{Display(type)}', which is not sealed or derives from a class of the scheduler's,");
        var node = kind.Attribute(KnownSymbols.KernelStateAttribute) is { } attribute ? new StructField(NodeField, KernelState(attribute), 0) : null;
        known = LayOut(type, span, node);
        KernelStates.CheckTogether(known, type.Name, span);
        structs.Add(type, known);
        return known;
    }
}
