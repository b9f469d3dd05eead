using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <content>Questions to the running kernel: <c>Kernel.Has(…)</c>, and those that a field asks which counts as 0 where there is none.</content>
internal sealed partial class IrBuilder
{
    private Value LowerKernelHas(IInvocationOperation invocation)
    {
        var argument = invocation.Arguments[0].Value;
        var named = argument.DescendantsAndSelf().ToList();
        if (named.OfType<IMethodReferenceOperation>().FirstOrDefault() is { } method)
        {
            return context.Bindings.Function(method.Method) is { } function
                ? HasFunction(function)
                : throw new UnsupportedException(Rules.NotOfTheKernel, Spans.Of(argument.Syntax), method.Method.Name);
        }
        if (named.OfType<IFieldReferenceOperation>().FirstOrDefault() is { } field && context.Bindings.EnumValue(field.Field) is { } constant)
            return HasValue(constant, TypeOf(field));
        if (named.OfType<IFlowAnonymousFunctionOperation>().FirstOrDefault() is { } lambda && FieldsNamed(lambda) is { Count: > 0 } fields)
            return HasFields(fields);
        throw new UnsupportedException(Rules.NotOfTheKernel, Spans.Of(argument.Syntax), argument.Syntax.ToString());
    }

    /// <summary>Whether a method stands where it is only named, to be asked for.</summary>
    private static bool IsNamedToAsk(IOperation operation)
    {
        for (var at = operation; at is not (null or IArgumentOperation); at = at.Parent)
        {
            if (at.Parent is IArgumentOperation { Parent: IInvocationOperation asked })
                return asked.TargetMethod.ContainingType.MetadataNameIs(KnownSymbols.Kernel);
        }
        return false;
    }

    private Value HasFunction(KernelFunction function)
    {
        if (!function.Optional)
            return builder.Constant(IrType.Bool, 1);
        Value? any = null;
        foreach (var form in function.Forms)
        {
            var exists = builder.Emit(new KernelFunctionExists(form.Symbol, form) { Function = function }, IrType.Bool);
            any = any is null ? exists : builder.Emit(new Binary(BinaryOperator.Or, any, exists), IrType.Bool);
        }
        return any!;
    }

    private Value HasValue(KernelEnumConstant constant, IrType type) => constant.Optional
        ? builder.Emit(new KernelEnumExists(constant with { Result = new Value(type) }), IrType.Bool)
        : builder.Constant(IrType.Bool, 1);

    /// <summary>The fields that lead from a lambda's parameter to what it returns, the last one first; none if it returns anything else.</summary>
    private List<(IPropertySymbol Property, AttributeData Binding)> FieldsNamed(IFlowAnonymousFunctionOperation lambda)
    {
        var fields = new List<(IPropertySymbol, AttributeData)>();
        var body = (context.Semantics.Of(lambda.Syntax).GetOperation(lambda.Syntax, cancellation) as IAnonymousFunctionOperation)?.Body;
        var at = body?.Operations.OfType<IReturnOperation>().FirstOrDefault()?.ReturnedValue;
        for (; at is not (null or IParameterReferenceOperation); at = (at as IPropertyReferenceOperation)?.Instance)
        {
            if (at is IConversionOperation { OperatorMethod: null } conversion)
                at = conversion.Operand;
            if (at is not IPropertyReferenceOperation { Property: var property } || property.Attribute(KnownSymbols.KernelFieldAttribute) is not { } binding)
                return [];
            fields.Add((property, binding));
        }
        return fields;
    }

    // A way to the field that all kernels have needs no question; the field itself may be configured away even from a new kernel.
    private Value HasFields(List<(IPropertySymbol Property, AttributeData Binding)> fields) => fields
        .Where((field, index) => index == 0 || field.Binding.Named("ZeroIfAbsent", false) || context.Bindings.NewerField(field.Property, field.Binding) is not null
            || KernelBindings.GoneField(field.Property, field.Binding) is not null)
        .Select(field => HasField(field.Property, field.Binding))
        .Aggregate((one, other) => builder.Emit(new Binary(BinaryOperator.And, one, other), IrType.Bool));

    private Value HasField(IPropertySymbol property, AttributeData binding)
    {
        var (type, isEnum) = TypeOfField(property, binding);
        return builder.Emit(new KernelFieldExists(TypeLowering.KernelStruct(property.ContainingType)!, binding.Text(0)) { FieldType = type, IsEnum = isEnum }, IrType.Bool);
    }
}
