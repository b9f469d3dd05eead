using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <content>
/// A struct has no value of its own in the IR: it is named by the address of memory that holds it. What is said of "evaluated" expressions is
/// the value of a scalar or pointer, and that address of a struct.
/// </content>
internal sealed partial class IrBuilder
{
    private Value Evaluate(IOperation operation) => IsStruct(operation) ? LowerAddress(operation) : LowerValue(operation);

    /// <summary>As <see cref="Evaluate"/>, and what is computed before the value is used does not change it.</summary>
    private Value Stable(IOperation operation)
    {
        if (!IsStruct(operation))
            return LowerValue(operation);
        var address = LowerAddress(operation);
        return IsVariable(operation) ? CopyOf(address) : address;
    }

    private bool IsStruct(IOperation operation) => operation.Type is { } type && IsStruct(type);

    private bool IsStruct(ITypeSymbol type) =>
        typeArguments.Of(type) is { IsValueType: true } value && context.Types.Lower(value, builder.Span) is StructType;

    private static bool IsVariable(IOperation operation) => operation switch
    {
        IParenthesizedOperation parenthesized => IsVariable(parenthesized.Operand),
        IObjectCreationOperation or IDefaultValueOperation or ITupleOperation or IBinaryOperation or IUnaryOperation => false,
        IConversionOperation { OperatorMethod: null } conversion => IsVariable(conversion.Operand),
        IInvocationOperation { TargetMethod: { ReturnsByRef: false, ReturnsByRefReadonly: false } } => false,
        _ => true,
    };

    /// <summary>What lies at an address: the value, or the address itself if it is a struct.</summary>
    private Value Held(Value address) =>
        ((PointerType)address.Type).Target is StructType or KernelType or KptrType ? address : builder.Load(address);

    /// <summary>Writes what was evaluated.</summary>
    private void Put(Value address, Value evaluated)
    {
        var type = ((PointerType)address.Type).Target;
        CheckOverwritten(address);
        if (type is StructType)
            CopyStruct(address, evaluated, type);
        else
            builder.Store(address, builder.Coerce(evaluated, type));
    }

    private Value FieldNamed(Value address, string name)
    {
        var pointer = (PointerType)address.Type;
        if (pointer.Target is not StructType structure)
            throw new InternalCompilerException(builder.Span, $"{name} of {pointer.Target}");
        for (int i = 0; i < structure.Fields.Length; i++)
        {
            if (structure.Fields[i].Name == name)
                return builder.Emit(new FieldAddress(address, structure, i), new PointerType(structure.Fields[i].Type, pointer.Space), name);
        }
        throw new InternalCompilerException(builder.Span, $"{structure.Name} has no field {name}");
    }

    /// <summary>Copies a struct. State of the kernel's, which only its functions may read, is zero in the copy.</summary>
    private void CopyStruct(Value to, Value from, IrType type)
    {
        if (type is not StructType structure || !TypeLowering.HoldsKernelState(type))
        {
            builder.Add(new Copy(to, from, type));
            return;
        }
        builder.Add(new Zero(to, type));
        CopyAroundState(to, from, structure);
    }

    private void CopyAroundState(Value to, Value from, StructType structure)
    {
        foreach (var field in structure.Fields)
        {
            if (!TypeLowering.HoldsKernelState(field.Type))
                CopyMemory(FieldNamed(to, field.Name), FieldNamed(from, field.Name), field.Type);
            else if (field.Type is StructType { IsKernelState: false } inner)
                CopyAroundState(FieldNamed(to, field.Name), FieldNamed(from, field.Name), inner);
        }
    }

    /// <summary>State of the kernel's lies outside of the frame, where it may not be written over.</summary>
    private void CheckOverwritten(Value address)
    {
        if (address.Type is not PointerType { Space: not MemorySpace.Stack, Target: var type } || !TypeLowering.HoldsKernelState(type))
            return;
        var path = new List<string>();
        while (type is StructType { IsKernelState: false } structure)
        {
            var held = structure.Fields.First(f => TypeLowering.HoldsKernelState(f.Type));
            path.Add(held.Name);
            type = held.Type;
        }
        string name = path.Count > 0 ? string.Join(".", path) : address.Name ?? "it";
        throw new UnsupportedException(Rules.KernelStateVariable, builder.Span, name,
            path.Count > 0 ? "state of the kernel's, which nothing may be written over: write the other members one by one"
            : type is KptrType ? "a slot of the kernel's, which is not assigned: put something in, or take it out, by 'Exchange'"
            : "state of the kernel's, which is not assigned: use its methods");
    }

    private Value Zeroed(IrType type)
    {
        var slot = builder.Slot(type);
        builder.Add(new Zero(slot, type));
        return slot;
    }

    /// <summary>What a method of a struct is called on: the variable, or a copy where C# protects the variable from the method.</summary>
    private Value ReceiverAddress(IOperation instance, IMethodSymbol method)
    {
        var address = LowerAddress(instance);
        return !method.IsReadOnly && !method.IsInitOnly && IsStruct(instance) && IsProtected(instance) ? CopyOf(address) : address;
    }

    // A readonly variable, or a property, which yields a value and no variable.
    private bool IsProtected(IOperation instance) => Resolve(instance) switch
    {
        IInstanceReferenceOperation => method.IsReadOnly && method.MethodKind != MethodKind.Constructor,
        ILocalReferenceOperation { Local: var local } => local.RefKind is RefKind.RefReadOnly || local.IsForEach || local.IsUsing,
        IParameterReferenceOperation { Parameter.RefKind: RefKind.In or RefKind.RefReadOnlyParameter } => true,
        IFieldReferenceOperation { Field: var field, Instance: var holder } =>
            (field.IsReadOnly && method.MethodKind != MethodKind.Constructor)
            || (holder is { Type.IsValueType: true } && IsProtected(holder)),
        IPropertyReferenceOperation { Property: { ReturnsByRef: false } property } => !property.ContainingType.MetadataNameIs(KnownSymbols.Ref),
        IInvocationOperation { TargetMethod.ReturnsByRefReadonly: true } => true,
        _ => false,
    };

    /// <summary>An operator that is a method.</summary>
    private Value CallOperator(IMethodSymbol target, IrType type, ImmutableArray<Operand> operands, IOperation operation)
    {
        if (type is not StructType)
            return LowerCall(target, null, operands, operation) ?? throw new InternalCompilerException(builder.Span, $"{target.Name} yields nothing");
        var result = builder.Slot(type);
        LowerCall(target, null, operands, operation, result);
        return result;
    }
}
