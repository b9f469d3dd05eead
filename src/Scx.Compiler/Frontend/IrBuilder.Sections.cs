using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>Sections that begin with a call and end where the scope that it returned is disposed.</summary>
internal sealed partial class IrBuilder
{
    private static bool IsScope(IOperation operation) => operation.Type is { } type && Scopes.HandleOf(type) is not null;

    /// <summary>Begins a section; the scope is what the call that ends it takes.</summary>
    private Value EnterSection(IMethodSymbol target, IOperation? instance, Func<ImmutableArray<Value>, CallInstruction> call)
    {
        var handle = Scopes.HandleOf(target.ReturnType) ?? throw new InternalCompilerException(builder.Span, $"{target.Name} begins a section and returns no scope");
        var type = Scopes.Type(handle);
        switch (handle)
        {
            case ScopeHandle.None:
                builder.Add(call([]));
                return builder.Constant(type, 0);
            case ScopeHandle.Frame:
                var saved = builder.Slot(((PointerType)type).Target);
                builder.Add(call([saved]));
                return saved;
            case ScopeHandle.Object:
                var held = LowerAddress(instance!);
                builder.Add(call([held]));
                return builder.Coerce(held, type);
            default:
                return TryEnter(LowerAddress(instance!), type, call);
        }
    }

    private Value TryEnter(Value guarded, IrType type, Func<ImmutableArray<Value>, CallInstruction> call)
    {
        var scope = builder.Slot(type);
        builder.Store(scope, builder.Emit(new NullConstant(), type));
        var status = builder.Emit(call([guarded]), IrType.S32);
        var (entered, joined) = (builder.NewBlock("entered"), builder.NewBlock("joined"));
        builder.Branch(builder.Compare(Relation.Equal, status, builder.Constant(IrType.S32, 0)), entered, joined);
        builder.Begin(entered);
        builder.Store(scope, builder.Coerce(guarded, type));
        builder.Jump(joined);
        builder.Begin(joined);
        return builder.Load(scope);
    }

    /// <summary>Ends a section.</summary>
    private void LeaveSection(IMethodSymbol target, IOperation instance, Func<ImmutableArray<Value>, CallInstruction> call)
    {
        var handle = Scopes.HandleOf(target.ContainingType) ?? throw new InternalCompilerException(builder.Span, $"{target.Name} ends a section and is of no scope");
        if (handle == ScopeHandle.None)
        {
            builder.Add(call([]));
            return;
        }
        var scope = LowerValue(instance);
        if (handle != ScopeHandle.ObjectUnlessFailed)
        {
            builder.Add(call([scope]));
            return;
        }
        var (inside, left) = (builder.NewBlock("inside"), builder.NewBlock("left"));
        builder.Branch(IsNull(scope), left, inside);
        builder.Begin(inside);
        builder.Add(call([builder.Coerce(scope, (PointerType)scope.Type with { MayBeNull = false })]));
        builder.Jump(left);
        builder.Begin(left);
    }

    /// <summary>What a slot that owns an object holds.</summary>
    private Value? LowerKptr(IPropertyReferenceOperation reference) =>
        IsKptr(reference.Property) && TypeOf(reference) is PointerType type ? KptrIn(LowerAddress(reference.Instance!), reference.Property, type) : null;

    private static bool IsKptr(IPropertySymbol property) => property.ContainingType.Attribute(KnownSymbols.KptrSlotAttribute) is not null;

    private Value KptrIn(Value slot, IPropertySymbol property, PointerType type) =>
        builder.Emit(new KptrLoad(slot), type with { MayBeNull = true }, property.ContainingType.Name);

    /// <summary>Whether a scope's section was begun: the one thing that a scope can be asked.</summary>
    private Value? LowerScopeProperty(IPropertyReferenceOperation reference) =>
        Scopes.HandleOf(reference.Property.ContainingType) == ScopeHandle.ObjectUnlessFailed
            ? builder.Emit(new Unary(UnaryOperator.Not, IsNull(LowerValue(reference.Instance!))), IrType.Bool)
            : null;
}
