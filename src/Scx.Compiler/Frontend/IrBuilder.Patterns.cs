using System.Collections.Immutable;
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
        Match(operation, failed);
        builder.Store(result, builder.Constant(IrType.Bool, 1));
        builder.Jump(done);
        builder.Begin(failed);
        builder.Store(result, builder.Constant(IrType.Bool, 0));
        builder.Jump(done);
        builder.Begin(done);
        return builder.Load(result);
    }

    private void Match(IIsPatternOperation operation, BlockReference failed)
    {
        if (operation.Value is ITupleOperation tuple && operation.Pattern is IRecursivePatternOperation { DeclaredSymbol: null, PropertySubpatterns.IsEmpty: true } parts)
        {
            MatchParts([.. tuple.Elements.Select(e => (Stable(e), e.Type!))], parts.DeconstructionSubpatterns, failed);
        }
        else if (TableAsSpan(operation.Value) is var (table, span))
        {
            Match(table, span, operation.Pattern, failed);
        }
        else
        {
            Match(Evaluate(operation.Value), operation.Value.Type!, operation.Pattern, failed);
        }
    }

    /// <summary>Goes on where the pattern matches what was evaluated, and to <paramref name="failed"/> where not.</summary>
    private void Match(Value value, ITypeSymbol type, IPatternOperation pattern, BlockReference failed)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return;
            case INegatedPatternOperation negated:
                MatchNot(value, type, negated.Pattern, failed);
                return;
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both:
                Match(value, type, both.LeftPattern, failed);
                Match(value, type, both.RightPattern, failed);
                return;
            case IBinaryPatternOperation either:
                MatchEither(value, type, either, failed);
                return;
            case IDeclarationPatternOperation { MatchesNull: true } anything:
                Bind(value, anything.DeclaredSymbol, pattern);
                return;
        }
        if (UnderlyingType(type) is { } underlying)
        {
            if (pattern is IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } })
            {
                Require(Negated(HasValueOf(value)), failed);
                return;
            }
            Require(HasValueOf(value), failed);
            (value, type) = (ValueOf(value), underlying);
        }
        MatchValue(value, type, pattern, failed);
    }

    private void MatchValue(Value value, ITypeSymbol type, IPatternOperation pattern, BlockReference failed)
    {
        switch (pattern)
        {
            case IConstantPatternOperation constant:
                Require(Compared(Relation.Equal, value, constant.Value), failed);
                break;
            case IRelationalPatternOperation relational when RelationOf(relational.OperatorKind) is { } relation:
                Require(Compared(relation, value, relational.Value), failed);
                break;
            case IDeclarationPatternOperation declaration:
                RequireType(value, type, declaration.MatchedType, failed);
                Bind(IsNever(value, type, declaration.MatchedType) ? DefaultOf(declaration.MatchedType!) : value, declaration.DeclaredSymbol, pattern);
                break;
            case ITypePatternOperation test:
                RequireType(value, type, test.MatchedType, failed);
                break;
            case IRecursivePatternOperation recursive:
                MatchMembers(value, type, recursive, failed);
                break;
            case IListPatternOperation list:
                MatchList(value, type, list, failed);
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

    /// <summary>The type of what is matched is known: a struct or number is of a type or not, a reference is unless it is null.</summary>
    private void RequireType(Value value, ITypeSymbol type, ITypeSymbol? matched, BlockReference failed)
    {
        if (value.Type is PointerType && !IsStruct(type))
            Require(builder.Compare(Relation.NotEqual, value, builder.Emit(new NullConstant(), value.Type)), failed);
        else if (IsNever(value, type, matched))
            Require(builder.Constant(IrType.Bool, 0), failed);
    }

    /// <summary>Whether a struct or number is of another type than a pattern wants, as a generic method's may be.</summary>
    private bool IsNever(Value value, ITypeSymbol type, ITypeSymbol? matched) =>
        (value.Type is not PointerType || IsStruct(type)) && matched is not null && !SameType(type, matched);

    private Value DefaultOf(ITypeSymbol type) => LowerType(type) is var lowered && lowered is StructType ? Zeroed(lowered) : Default(lowered);

    private bool SameType(ITypeSymbol a, ITypeSymbol b) => SymbolEqualityComparer.Default.Equals(typeArguments.Of(a), typeArguments.Of(b));

    /// <summary><c>value is Type</c>, where the type of the value is known: not null, if it can be that.</summary>
    private Value LowerIsType(IIsTypeOperation test)
    {
        var value = Evaluate(WithoutBox(test.ValueOperand));
        var type = WithoutBox(test.ValueOperand).Type!;
        if (UnderlyingType(type) is { } underlying)
            return SameType(underlying, test.TypeOperand) ? HasValueOf(value) : builder.Constant(IrType.Bool, 0);
        return value.Type is PointerType && !IsStruct(type) ? Negated(IsNull(value)) : builder.Constant(IrType.Bool, SameType(type, test.TypeOperand) ? 1 : 0);
    }

    private void MatchNot(Value value, ITypeSymbol type, IPatternOperation pattern, BlockReference failed)
    {
        var inverse = builder.NewBlock("not");
        Match(value, type, pattern, inverse);
        builder.Jump(failed);
        builder.Begin(inverse);
    }

    private void MatchEither(Value value, ITypeSymbol type, IBinaryPatternOperation either, BlockReference failed)
    {
        var (second, matched) = (builder.NewBlock("or"), builder.NewBlock("either"));
        Match(value, type, either.LeftPattern, second);
        builder.Jump(matched);
        builder.Begin(second);
        Match(value, type, either.RightPattern, failed);
        builder.Jump(matched);
        builder.Begin(matched);
    }

    private void MatchMembers(Value value, ITypeSymbol type, IRecursivePatternOperation recursive, BlockReference failed)
    {
        RequireType(value, type, recursive.MatchedType, failed);
        if (!recursive.DeconstructionSubpatterns.IsEmpty)
        {
            var parts = Deconstructed(value, typeArguments.Of(type), recursive.DeconstructSymbol as IMethodSymbol, recursive.DeconstructionSubpatterns.Length, recursive);
            MatchParts(parts, recursive.DeconstructionSubpatterns, failed);
        }
        foreach (var part in recursive.PropertySubpatterns)
            Match(Member(value, part.Member), part.Member.Type!, part.Pattern, failed);
        Bind(value, recursive.DeclaredSymbol, recursive);
    }

    private void MatchParts(ImmutableArray<(Value Value, ITypeSymbol Type)> parts, ImmutableArray<IPatternOperation> patterns, BlockReference failed)
    {
        for (int i = 0; i < parts.Length; i++)
            Match(parts[i].Value, parts[i].Type, patterns[i], failed);
    }

    /// <summary>A member that a pattern names, of what is matched.</summary>
    private Value Member(Value holder, IOperation member)
    {
        switch (member)
        {
            case IFieldReferenceOperation { Field.IsStatic: false } field:
                return Held(FieldOf(holder, field.Field));
            case IPropertyReferenceOperation property when property.Property.Attribute(KnownSymbols.KernelFieldAttribute) is { } binding:
                return ReadField(holder, property, binding);
            case IPropertyReferenceOperation property when property.Property.ContainingType.MetadataNameIs(KnownSymbols.Ref):
                return Held(Follow(holder));
            case IPropertyReferenceOperation property when IsKptr(property.Property) && TypeOf(property) is PointerType type:
                return KptrIn(holder, property.Property, type);
            case IPropertyReferenceOperation { Property: { Name: "Length", ContainingType: var span } } when SpanTypes.Element(span) is not null:
                return LengthOf(SpanAt(holder));
            case IPropertyReferenceOperation property when IsArenaPointer(property.Property.ContainingType) && IsNumber(property.Property):
                return ArenaProperty(holder, property.Property);
            case IPropertyReferenceOperation property when BackingField(property.Property) is { } field && IsPlace(property):
                return Held(FieldOf(holder, field));
            case IPropertyReferenceOperation { Property: { ReturnsByRef: true } or { ReturnsByRefReadonly: true } } property when IsStruct(property.Property.ContainingType):
                return Held(CallMethod(Getter(property), () => holder, [], property)!);
            case IPropertyReferenceOperation property when IsStruct(property.Property.ContainingType):
                return Read(new Place.Accessors(property, holder, []));
            default:
                throw Unsupported(member, $"'{member.Syntax}' in a pattern");
        }
    }

    private void Bind(Value value, ISymbol? declared, IOperation pattern)
    {
        if (declared is not ILocalSymbol local)
            return;
        var slot = builder.Slot(TypeOf(local.Type, Spans.Of(pattern.Syntax)), local.Name);
        variables[local] = slot;
        Put(slot, value);
    }
}
