using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>Writes a constant number, tuple or struct where it lies in memory.</summary>
/// <param name="bytes">The memory.</param>
/// <param name="at">Where the value starts.</param>
internal readonly struct ConstantValue(byte[] bytes, int at)
{
    /// <summary>False if the value is not constant, or made in a way that is not understood here.</summary>
    public bool Write(IOperation value, IrType type)
    {
        if (type is IntType or BoolType)
            return WriteNumber(value, TypeLowering.Size(type));
        while (value is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation)
            value = value is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)value).Operand;
        if (type is not StructType structure)
            return false;
        return value switch
        {
            IDefaultValueOperation => true,
            ITupleOperation tuple => WriteTuple(tuple, structure),
            IObjectCreationOperation creation => WriteObject(creation, structure),
            _ => false,
        };
    }

    private bool WriteNumber(IOperation value, int size)
    {
        if (value.ConstantValue is not { HasValue: true, Value: { } constant }
            || value.DescendantsAndSelf().Any(o => o is IFieldReferenceOperation field && KernelBindings.IsEnumValue(field.Field)))
            return false;
        long number = KernelBindings.ConstantNumber(constant);
        for (int b = 0; b < size; b++)
            bytes[at + b] = unchecked((byte)(number >> (8 * b)));
        return true;
    }

    private bool WriteTuple(ITupleOperation tuple, StructType structure)
    {
        for (int i = 0; i < tuple.Elements.Length; i++)
        {
            if (!WriteField(structure, $"Item{i + 1}", tuple.Elements[i]))
                return false;
        }
        return true;
    }

    /// <summary>A struct without a constructor of its own, or a record made by the members in its header; with members set in braces.</summary>
    private bool WriteObject(IObjectCreationOperation creation, StructType structure)
    {
        if (creation.Constructor is not { } constructor || !(constructor.Parameters.IsEmpty ? constructor.IsImplicitlyDeclared : IsPositional(constructor)))
            return false;
        foreach (var argument in creation.Arguments)
        {
            if (!WriteField(structure, argument.Parameter!.Name, argument.Value))
                return false;
        }
        foreach (var set in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            string? name = set is ISimpleAssignmentOperation { Target: IMemberReferenceOperation member }
                ? member is IFieldReferenceOperation field ? TypeLowering.FieldName(field.Field) : member.Member.Name
                : null;
            if (name is null || !WriteField(structure, name, ((ISimpleAssignmentOperation)set).Value))
                return false;
        }
        return true;
    }

    // Without initial values of its own, such a record is its members.
    private static bool IsPositional(IMethodSymbol constructor) =>
        constructor.ContainingType.IsRecord
        && constructor.Parameters.All(p => constructor.ContainingType.GetMembers(p.Name).Any(m =>
            m is IPropertySymbol && m.DeclaringSyntaxReferences.FirstOrDefault()?.Span == p.DeclaringSyntaxReferences.FirstOrDefault()?.Span))
        && constructor.ContainingType.GetMembers().OfType<IFieldSymbol>().Count(f => !f.IsStatic) == constructor.Parameters.Length;

    private bool WriteField(StructType structure, string name, IOperation value)
    {
        foreach (var field in structure.Fields)
        {
            if (field.Name == name)
                return new ConstantValue(bytes, at + field.Offset).Write(value, field.Type);
        }
        return false;
    }
}
