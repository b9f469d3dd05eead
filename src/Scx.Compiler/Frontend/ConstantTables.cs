using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>Arrays of constants as the bytes of read-only memory.</summary>
internal static class ConstantTables
{
    /// <summary>What a field is initialised with, or null if that is not an array of constants.</summary>
    public static (byte[] Bytes, int Length)? Of(IFieldSymbol field, Compilation compilation, IrType element, CancellationToken cancellation)
    {
        if (field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not VariableDeclaratorSyntax { Initializer.Value: { } initializer })
            return null;
        var operation = compilation.GetSemanticModel(initializer.SyntaxTree).GetOperation(initializer, cancellation);
        while (operation is IConversionOperation conversion)
            operation = conversion.Operand;
        ImmutableArray<IOperation>? elements = operation switch
        {
            IArrayCreationOperation { Initializer: { } values } => values.ElementValues,
            IArrayInitializerOperation values => values.ElementValues,
            ICollectionExpressionOperation collection => collection.Elements,
            _ => null,
        };
        return elements is { IsEmpty: false } known && Bytes(known, element) is { } bytes ? (bytes, known.Length) : null;
    }

    /// <summary>Constants as the bytes of an array, little endian; null if one is no constant.</summary>
    public static byte[]? Bytes(ImmutableArray<IOperation> elements, IrType element)
    {
        if (element is not (IntType or BoolType))
            return null;
        int size = TypeLowering.Size(element);
        byte[] bytes = new byte[elements.Length * size];
        for (int i = 0; i < elements.Length; i++)
        {
            if (elements[i].ConstantValue is not { HasValue: true, Value: { } value }
                || elements[i].DescendantsAndSelf().Any(o => o is IFieldReferenceOperation field && KernelBindings.IsEnumValue(field.Field)))
            {
                return null;
            }
            long number = KernelBindings.ConstantNumber(value);
            for (int b = 0; b < size; b++)
                bytes[i * size + b] = unchecked((byte)(number >> (8 * b)));
        }
        return bytes;
    }
}
