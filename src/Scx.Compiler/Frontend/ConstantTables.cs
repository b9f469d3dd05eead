using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>Static fields of constants as the bytes of read-only memory.</summary>
internal static class ConstantTables
{
    /// <summary>What an array is initialised with, or null if that is not constant.</summary>
    public static (byte[] Bytes, int Length)? Of(IFieldSymbol field, Compilation compilation, IrType element, CancellationToken cancellation)
    {
        ImmutableArray<IOperation>? elements = Initializer(field, compilation, cancellation) switch
        {
            IArrayCreationOperation { Initializer: { } values } => values.ElementValues,
            IArrayInitializerOperation values => values.ElementValues,
            ICollectionExpressionOperation collection => collection.Elements,
            _ => null,
        };
        return elements is { IsEmpty: false } known && Bytes(known, element) is { } bytes ? (bytes, known.Length) : null;
    }

    /// <summary>What a number or a struct is initialised with, or null if that is not constant.</summary>
    public static byte[]? OfValue(IFieldSymbol field, Compilation compilation, IrType type, CancellationToken cancellation) =>
        Initializer(field, compilation, cancellation) is { } value ? Bytes([value], type) : null;

    private static IOperation? Initializer(IFieldSymbol field, Compilation compilation, CancellationToken cancellation)
    {
        var initializer = (field.AssociatedSymbol ?? field).DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) switch
        {
            VariableDeclaratorSyntax variable => variable.Initializer?.Value,
            PropertyDeclarationSyntax property => property.Initializer?.Value,
            _ => null,
        };
        if (initializer is null)
            return null;
        var operation = compilation.GetSemanticModel(initializer.SyntaxTree).GetOperation(initializer, cancellation);
        while (operation is IConversionOperation { ConstantValue.HasValue: false } conversion)
            operation = conversion.Operand;
        return operation;
    }

    /// <summary>Constants as the bytes of an array, little endian; null if one is no constant.</summary>
    public static byte[]? Bytes(ImmutableArray<IOperation> elements, IrType element)
    {
        int size = TypeLowering.Size(element);
        byte[] bytes = new byte[elements.Length * size];
        for (int i = 0; i < elements.Length; i++)
        {
            if (!new ConstantValue(bytes, i * size).Write(elements[i], element))
                return null;
        }
        return bytes;
    }
}
