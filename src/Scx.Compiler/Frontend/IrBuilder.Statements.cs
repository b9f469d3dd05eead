using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

internal sealed partial class IrBuilder
{
    // Locals and captures whose value could not be lowered. What uses them is left out silently: the user has one error for the one mistake.
    private readonly HashSet<ISymbol> poisonedLocals = new(SymbolEqualityComparer.Default);
    private readonly HashSet<CaptureId> poisonedCaptures = [];

    private void LowerStatement(IOperation statement)
    {
        // What a constant is used for has its value, whatever its type.
        if (IsInOmittedCall(statement) || statement is ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local.IsConst: true } })
            return;
        builder.Span = Spans.Of(statement.Syntax);
        Guarded(statement, () =>
        {
            switch (statement)
            {
                case IExpressionStatementOperation expression:
                    builder.Span = Spans.Of(expression.Operation.Syntax);
                    LowerDiscarded(expression.Operation);
                    break;
                case IFlowCaptureOperation capture:
                    LowerCapture(capture);
                    break;
                default:
                    LowerDiscarded(statement);
                    break;
            }
        });
    }

    private Value LowerCondition(IOperation condition)
    {
        Value? value = null;
        if (!IsInOmittedCall(condition))
            Guarded(condition, () => value = LowerValue(condition));
        return value ?? builder.Constant(IrType.Bool, 0);
    }

    /// <summary>Lowers; reports what cannot be lowered, and marks what depends on it.</summary>
    private void Guarded(IOperation operation, Action lower)
    {
        var parts = operation.DescendantsAndSelf().ToList();
        if (parts.Any(IsPoisoned))
        {
            Poison(parts);
            return;
        }
        try
        {
            // What must not be written at all is the cause of whatever else would go wrong with it.
            if (parts.Select(Forbidden).FirstOrDefault(f => f is not null) is { } forbidden)
                throw forbidden;
            lower();
        }
        catch (UnsupportedException unsupported)
        {
            context.Diagnostics.Report(unsupported);
            Poison(parts);
        }
    }

    private bool IsPoisoned(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => !local.IsDeclaration && poisonedLocals.Contains(local.Local),
        IFieldReferenceOperation field => context.Fields.Refused.Contains(field.Field),
        IFlowCaptureReferenceOperation capture => poisonedCaptures.Contains(capture.Id),
        _ => false,
    };

    private void Poison(List<IOperation> parts)
    {
        foreach (var part in parts)
        {
            if (part is ILocalReferenceOperation { IsDeclaration: true } or ILocalReferenceOperation { Parent: ISimpleAssignmentOperation })
                poisonedLocals.Add(((ILocalReferenceOperation)part).Local);
            else if (part is IFlowCaptureOperation capture)
                poisonedCaptures.Add(capture.Id);
        }
    }

    /// <summary>An expression whose value nobody wants.</summary>
    private void LowerDiscarded(IOperation operation)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation assignment:
                LowerAssignment(assignment);
                break;
            case ICompoundAssignmentOperation compound:
                LowerCompound(compound);
                break;
            case IIncrementOrDecrementOperation increment:
                LowerIncrement(increment);
                break;
            case IInvocationOperation invocation:
                LowerInvocation(invocation, null);
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                Deconstruct(deconstruction);
                break;
            case IDiscardOperation:
                break;
            default:
                Evaluate(operation);
                break;
        }
    }

    private void LowerAssignment(ISimpleAssignmentOperation assignment)
    {
        if (assignment.IsRef || IsReferenceInitializer(assignment))
            BindReference(assignment);
        else if (assignment.Target is IDiscardOperation)
            LowerDiscarded(assignment.Value);
        else
            Write(PlaceOf(assignment.Target), assignment.Value);
    }

    /// <summary>An assignment whose value is used.</summary>
    private Value LowerAssigned(ISimpleAssignmentOperation assignment)
    {
        if (assignment.IsRef || assignment.Target is IDiscardOperation)
        {
            LowerAssignment(assignment);
            return Evaluate(assignment.Value);
        }
        var place = PlaceOf(assignment.Target);
        if (place is Place.Memory memory)
        {
            AssignTo(memory.Address, assignment.Value);
            return Held(memory.Address);
        }
        var value = Stable(assignment.Value);
        Write(place, value);
        return value;
    }

    private void AssignTo(Value address, IOperation value)
    {
        var type = ((PointerType)address.Type).Target;
        CheckOverwritten(address);
        if (IsKernelIterator(value.Type))
            StartIterator(address, value);
        else if (type is StructType)
            CopyStruct(address, LowerAddress(value), type);
        else
            builder.Store(address, builder.Coerce(LowerValue(value), type));
    }

    // Roslyn's graph has the initialiser of a ref field as a plain assignment.
    private static bool IsReferenceInitializer(ISimpleAssignmentOperation assignment) =>
        assignment is { Target: IFieldReferenceOperation { Field.RefKind: not RefKind.None }, Syntax: EqualsValueClauseSyntax { Value: RefExpressionSyntax } };

    /// <summary><c>ref var x = ref y</c>: the slot holds the address, in the kind of memory that it was first bound to.</summary>
    private void BindReference(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Target is IFieldReferenceOperation { Instance: { } holder, Field: var field })
        {
            var place = FieldNamed(LowerAddress(holder), TypeLowering.FieldName(field));
            builder.Store(place, builder.Coerce(LowerAddress(assignment.Value), ((PointerType)place.Type).Target));
            return;
        }
        if (assignment.Target is not ILocalReferenceOperation { Local: var local })
            throw new UnsupportedException(Rules.Unsupported, Spans.Of(assignment.Syntax), "This reassignment of a reference");
        var address = LowerAddress(assignment.Value);
        if (!variables.TryGetValue(local, out var slot))
            variables.Add(local, slot = builder.Slot(address.Type, local.Name));
        builder.Store(slot, builder.Coerce(address, ((PointerType)slot.Type).Target));
    }
}
