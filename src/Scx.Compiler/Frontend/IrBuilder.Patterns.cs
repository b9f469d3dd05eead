using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

internal sealed partial class IrBuilder
{
    /// <summary><c>value is pattern</c>: each part of the pattern that fails leads to the same block.</summary>
    private Value LowerIsPattern(IIsPatternOperation operation)
    {
        var result = builder.Slot(IrType.Bool);
        var (failed, done) = (builder.NewBlock("differs"), builder.NewBlock("matched"));
        Match(LowerValue(operation.Value), operation.Pattern, failed);
        builder.Store(result, builder.Constant(IrType.Bool, 1));
        builder.Jump(done);
        builder.Begin(failed);
        builder.Store(result, builder.Constant(IrType.Bool, 0));
        builder.Jump(done);
        builder.Begin(done);
        return builder.Load(result);
    }

    /// <summary>Goes on where the pattern matches, and to <paramref name="failed"/> where not.</summary>
    private void Match(Value value, IPatternOperation pattern, BlockReference failed)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
                break;
            case IConstantPatternOperation constant:
                Require(Compared(Relation.Equal, value, constant.Value), failed);
                break;
            case IRelationalPatternOperation relational when RelationOf(relational.OperatorKind) is { } relation:
                Require(Compared(relation, value, relational.Value), failed);
                break;
            case INegatedPatternOperation negated:
                MatchNot(value, negated.Pattern, failed);
                break;
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both:
                Match(value, both.LeftPattern, failed);
                Match(value, both.RightPattern, failed);
                break;
            case IBinaryPatternOperation either:
                MatchEither(value, either, failed);
                break;
            case IDeclarationPatternOperation declaration:
                RequireNonNull(value, declaration.MatchesNull, failed);
                Bind(value, declaration.DeclaredSymbol, pattern);
                break;
            case ITypePatternOperation:
                RequireNonNull(value, false, failed);
                break;
            case IRecursivePatternOperation recursive:
                MatchProperties(value, recursive, failed);
                break;
            default:
                throw Unsupported(pattern, "This pattern");
        }
    }

    private Value Compared(Relation relation, Value value, IOperation constant)
    {
        var right = constant.ConstantValue is { HasValue: true, Value: null }
            ? builder.Emit(new NullConstant(), value.Type)
            : builder.Coerce(LowerValue(constant), value.Type);
        return builder.Compare(relation, value, right);
    }

    private void Require(Value condition, BlockReference failed)
    {
        var matched = builder.NewBlock("p");
        builder.Branch(condition, matched, failed);
        builder.Begin(matched);
    }

    private void RequireNonNull(Value value, bool matchesNull, BlockReference failed)
    {
        if (value.Type is PointerType && !matchesNull)
            Require(builder.Compare(Relation.NotEqual, value, builder.Emit(new NullConstant(), value.Type)), failed);
    }

    private void MatchNot(Value value, IPatternOperation pattern, BlockReference failed)
    {
        var inverse = builder.NewBlock("not");
        Match(value, pattern, inverse);
        builder.Jump(failed);
        builder.Begin(inverse);
    }

    private void MatchEither(Value value, IBinaryPatternOperation either, BlockReference failed)
    {
        var (second, matched) = (builder.NewBlock("or"), builder.NewBlock("either"));
        Match(value, either.LeftPattern, second);
        builder.Jump(matched);
        builder.Begin(second);
        Match(value, either.RightPattern, failed);
        builder.Jump(matched);
        builder.Begin(matched);
    }

    private void MatchProperties(Value value, IRecursivePatternOperation recursive, BlockReference failed)
    {
        if (value.Type is not PointerType || !recursive.DeconstructionSubpatterns.IsEmpty)
            throw Unsupported(recursive, "This pattern");
        RequireNonNull(value, false, failed);
        Bind(value, recursive.DeclaredSymbol, recursive);
        foreach (var part in recursive.PropertySubpatterns)
        {
            if (part.Member is not IPropertyReferenceOperation property
                || property.Property.Attribute(KnownSymbols.KernelFieldAttribute) is not { } binding)
            {
                throw Unsupported(part, "This pattern");
            }
            Match(ReadField(value, property, binding), part.Pattern, failed);
        }
    }

    private void Bind(Value value, ISymbol? declared, IOperation pattern)
    {
        if (declared is not ILocalSymbol local)
            return;
        var slot = builder.Slot(TypeOf(local.Type, Spans.Of(pattern.Syntax)), local.Name);
        variables[local] = slot;
        builder.Store(slot, builder.Coerce(value, ((PointerType)slot.Type).Target));
    }
}
