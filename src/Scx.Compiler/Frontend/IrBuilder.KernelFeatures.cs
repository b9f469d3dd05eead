using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <content>Questions to the running kernel: <c>Kernel.Has(…)</c>.</content>
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

    // What a kernel lacks is 0 there, and no value that came later than others is.
    private Value HasValue(KernelEnumConstant constant, IrType type) => constant.Optional
        ? builder.Compare(Relation.NotEqual, builder.Emit(constant, type), builder.Constant(type, 0))
        : builder.Constant(IrType.Bool, 1);
}
