using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

internal sealed partial class IrBuilder
{
    private static string ElementName(int index) => $"Item{index + 1}";

    private Value TupleElement(Value tuple, int index) => Held(FieldNamed(tuple, ElementName(index)));

    private Value LowerTuple(ITupleOperation tuple, IrType type)
    {
        var elements = tuple.Elements.Select(Stable).ToImmutableArray();
        return MakeTuple((StructType)type, elements);
    }

    private Value MakeTuple(StructType type, ImmutableArray<Value> elements)
    {
        var made = builder.Slot(type);
        for (int i = 0; i < elements.Length; i++)
            Put(FieldNamed(made, ElementName(i)), elements[i]);
        return made;
    }

    private Value ConvertedTuple(Value tuple, INamedTypeSymbol from, INamedTypeSymbol to, StructType type, IOperation operation) =>
        MakeTuple(type, [.. from.TupleElements.Select((element, i) =>
            Converted(TupleElement(tuple, i), element.Type, to.TupleElements[i].Type, operation))]);

    /// <summary><c>(a, b) == (c, d)</c>: all operands are computed, then the pairs compared.</summary>
    private Value LowerTupleComparison(ITupleBinaryOperation comparison)
    {
        var (left, right) = (Parts(comparison.LeftOperand), Parts(comparison.RightOperand));
        var equal = left.Zip(right, (a, b) => AreEqual(a, b, comparison)).Aggregate(Both);
        return comparison.OperatorKind == BinaryOperatorKind.Equals ? equal : Negated(equal);
    }

    /// <summary>The elements of a tuple, those of tuples in it among them, with their types; a literal null has none.</summary>
    private ImmutableArray<(Value Value, ITypeSymbol? Type)> Parts(IOperation operation) => operation switch
    {
        { ConstantValue: { HasValue: true, Value: null } } => [(builder.Constant(IrType.Bool, 0), null)],
        ITupleOperation tuple => [.. tuple.Elements.SelectMany(e => Parts(e))],
        IConversionOperation { OperatorMethod: null, Operand: ITupleOperation tuple } => Parts(tuple),
        _ => Parts(Stable(operation), typeArguments.Of(operation.Type!)),
    };

    private ImmutableArray<(Value Value, ITypeSymbol? Type)> Parts(Value value, ITypeSymbol type) =>
        type is INamedTypeSymbol { IsTupleType: true } tuple
            ? [.. tuple.TupleElements.SelectMany((element, i) => Parts(TupleElement(value, i), element.Type))]
            : [(value, type)];

    /// <summary>The variables that a deconstruction fills: one, or those of a tuple of them.</summary>
    private abstract record DeconstructionTarget
    {
        public sealed record Variable(Place? Place, ITypeSymbol Type) : DeconstructionTarget;

        public sealed record Several(ImmutableArray<DeconstructionTarget> Parts) : DeconstructionTarget;
    }

    private Value LowerDeconstruction(IDeconstructionAssignmentOperation operation) =>
        MakeTuple((StructType)TypeOf(operation), Deconstruct(operation));

    /// <summary>Computes where to, then what, then assigns from left to right; yields what was assigned to each target.</summary>
    private ImmutableArray<Value> Deconstruct(IDeconstructionAssignmentOperation operation)
    {
        var targets = (DeconstructionTarget.Several)Targets(operation.Target);
        var assigned = new List<(DeconstructionTarget.Variable Target, Value Value)>();
        Match(targets, operation.Value, Info(operation), assigned, operation);
        foreach (var (target, value) in assigned)
        {
            if (target.Place is { } place)
                Write(place, value);
        }
        return targets.Parts.All(p => p is DeconstructionTarget.Variable) ? [.. assigned.Select(a => a.Value)] : [];
    }

    private DeconstructionInfo? Info(IDeconstructionAssignmentOperation operation)
    {
        var model = context.Semantics.Of(operation.Syntax);
        return operation.Syntax switch
        {
            AssignmentExpressionSyntax assignment => model.GetDeconstructionInfo(assignment),
            ForEachVariableStatementSyntax loop => model.GetDeconstructionInfo(loop),
            { Parent: ForEachVariableStatementSyntax loop } => model.GetDeconstructionInfo(loop),
            _ => null,
        };
    }

    private DeconstructionTarget Targets(IOperation target) => target switch
    {
        ITupleOperation tuple => new DeconstructionTarget.Several([.. tuple.Elements.Select(Targets)]),
        IDeclarationExpressionOperation declaration => Targets(declaration.Expression),
        IDiscardOperation => new DeconstructionTarget.Variable(null, target.Type!),
        _ => new DeconstructionTarget.Variable(PlaceOf(target), target.Type!),
    };

    private void Match(
        DeconstructionTarget.Several targets, IOperation value, DeconstructionInfo? info,
        List<(DeconstructionTarget.Variable Target, Value Value)> assigned, IOperation operation)
    {
        if (value is IConversionOperation { OperatorMethod: null, Operand: ITupleOperation converted })
            value = converted;
        if (value is not ITupleOperation tuple)
        {
            Match(targets, Stable(value), typeArguments.Of(value.Type!), info, assigned, operation);
            return;
        }
        for (int i = 0; i < targets.Parts.Length; i++)
        {
            var element = tuple.Elements[i];
            if (targets.Parts[i] is DeconstructionTarget.Several several)
                Match(several, element, Nested(info, i), assigned, operation);
            else if (targets.Parts[i] is DeconstructionTarget.Variable variable)
                assigned.Add((variable, Converted(Stable(element), element.Type ?? variable.Type, variable.Type, operation)));
        }
    }

    private void Match(
        DeconstructionTarget.Several targets, Value value, ITypeSymbol type, DeconstructionInfo? info,
        List<(DeconstructionTarget.Variable Target, Value Value)> assigned, IOperation operation)
    {
        var parts = Deconstructed(value, type, info?.Method, targets.Parts.Length, operation);
        for (int i = 0; i < parts.Length; i++)
        {
            if (targets.Parts[i] is DeconstructionTarget.Several several)
                Match(several, parts[i].Value, parts[i].Type, Nested(info, i), assigned, operation);
            else if (targets.Parts[i] is DeconstructionTarget.Variable variable)
                assigned.Add((variable, Converted(parts[i].Value, parts[i].Type, variable.Type, operation)));
        }
    }

    private static DeconstructionInfo? Nested(DeconstructionInfo? info, int index) =>
        info is { Nested: { IsDefaultOrEmpty: false } nested } ? nested[index] : null;

    /// <summary>The elements of a tuple, or what a type's <c>Deconstruct</c> yields.</summary>
    private ImmutableArray<(Value Value, ITypeSymbol Type)> Deconstructed(
        Value value, ITypeSymbol type, IMethodSymbol? deconstruct, int count, IOperation operation)
    {
        if (type is INamedTypeSymbol { IsTupleType: true } tuple)
            return [.. tuple.TupleElements.Select((element, i) => (TupleElement(value, i), element.Type))];
        if (deconstruct is null)
            throw Unsupported(operation, $"Taking apart '{TypeLowering.Display(type)}'");
        deconstruct = typeArguments.Of(deconstruct.ReducedFrom ?? deconstruct, null);
        bool extension = deconstruct.IsStatic;
        var outs = deconstruct.Parameters.Skip(deconstruct.Parameters.Length - count).Select(p => (Slot: builder.Slot(LowerType(p.Type)), p.Type)).ToList();
        var arguments = outs.Select(o => Operand.Of(o.Slot));
        if (extension)
            arguments = arguments.Prepend(Operand.Of(value));
        CallMethod(deconstruct, () => value, [.. arguments], operation);
        return [.. outs.Select(o => (Held(o.Slot), o.Type))];
    }
}
