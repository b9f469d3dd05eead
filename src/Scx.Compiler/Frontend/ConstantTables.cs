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
    public static (byte[] Bytes, int Length)? Of(IFieldSymbol field, Semantics semantics, IrType element, CancellationToken cancellation) =>
        Initializer(field, semantics, cancellation) is { } value && ConstantEvaluator.Evaluate(value, semantics, cancellation) is object[] { Length: > 0 } known
        && Bytes(known, element) is { } bytes
            ? (bytes, known.Length)
            : null;

    /// <summary>What a number or a struct is initialised with, or null if that is not constant.</summary>
    public static byte[]? OfValue(IFieldSymbol field, Semantics semantics, IrType type, CancellationToken cancellation) =>
        Initializer(field, semantics, cancellation) is { } value && ConstantEvaluator.Evaluate(value, semantics, cancellation) is { } known
            ? Bytes([known], type)
            : null;

    /// <summary>What a field, or the property that it is of, is declared with, converted to its type; null if it is declared with nothing.</summary>
    public static IOperation? Initializer(IFieldSymbol field, Semantics semantics, CancellationToken cancellation)
    {
        var initializer = (field.AssociatedSymbol ?? field).DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) switch
        {
            VariableDeclaratorSyntax variable => variable.Initializer,
            PropertyDeclarationSyntax property => property.Initializer,
            _ => null,
        };
        return initializer is null ? null
            : (semantics.Of(initializer).GetOperation(initializer, cancellation) as ISymbolInitializerOperation)?.Value;
    }

    /// <summary>The elements of an array that are written in one place; null if one is no constant.</summary>
    public static byte[]? Bytes(ImmutableArray<IOperation> elements, Semantics semantics, IrType element, CancellationToken cancellation)
    {
        object[] values = new object[elements.Length];
        for (int i = 0; i < values.Length; i++)
        {
            if (ConstantEvaluator.Evaluate(elements[i], semantics, cancellation) is not { } value)
                return null;
            values[i] = value;
        }
        return Bytes(values, element);
    }

    private static byte[]? Bytes(object[] values, IrType element)
    {
        int size = TypeSize.Of(element);
        byte[] bytes = new byte[values.Length * size];
        return values.Select((value, i) => new ConstantValue(bytes, i * size).Write(value, element)).All(written => written) ? bytes : null;
    }
}
