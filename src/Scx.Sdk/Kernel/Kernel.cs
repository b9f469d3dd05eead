using System.Linq.Expressions;
using System.Reflection;
using Scx.Bindings;

namespace Scx;

/// <summary>
/// What the running kernel has. In a compiled scheduler each question is settled when it is loaded, and the verifier removes what is only for other
/// kernels. Under plain .NET the kernel in scope answers (<see cref="IKernel.Has"/>).
/// </summary>
public static class Kernel
{
    /// <summary>
    /// Whether the kernel has a function, as in <c>if (Kernel.Has(DsqPeek))</c>: a function that came later than the scheduler's
    /// <see cref="SchedExtOpsAttribute.MinimumKernel"/> may be called in the branch where it does.
    /// </summary>
    /// <param name="function">A method of <see cref="Scheduler"/> that is bound to the kernel, by its name; where it has overloads, with a cast.</param>
    public static bool Has(Delegate function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return function.Method.GetCustomAttributes<KfuncAttribute>().Any(form => KernelScope.Current.Has(form.Symbol));
    }

    /// <summary>
    /// Whether the kernel has a value of one of its enums, as in <c>Kernel.Has(EnqFlags.Immed)</c>. Where it does not, the value is 0.
    /// </summary>
    /// <param name="value">A member of an enum that is bound to the kernel, by its name.</param>
    /// <typeparam name="TEnum">The enum.</typeparam>
    public static bool Has<TEnum>(TEnum value) where TEnum : struct, Enum =>
        typeof(TEnum).GetField(Enum.GetName(value) ?? "")?.GetCustomAttribute<KernelEnumValueAttribute>() is not { } binding
        || KernelScope.Current.Has(binding.Name);

    /// <summary>
    /// Whether the kernel has a field of one of its structs, as in <c>if (Kernel.Has&lt;TaskStruct&gt;(p => p.Scx.Tid))</c>: a field that came later
    /// than the scheduler's <see cref="SchedExtOpsAttribute.MinimumKernel"/>, or that a kernel may be configured without, may be used in the branch
    /// where it does. The lambda only names the field: nothing is read.
    /// </summary>
    /// <param name="field">A property that is bound to a field, from an object of the struct on.</param>
    /// <typeparam name="TStruct">The class that is bound to the struct, such as <see cref="TaskStruct"/>.</typeparam>
    public static bool Has<TStruct>(Expression<Func<TStruct, object?>> field) where TStruct : class
    {
        ArgumentNullException.ThrowIfNull(field);
        var named = field.Body is UnaryExpression conversion ? conversion.Operand : field.Body;
        for (; named is MemberExpression { Member: var member, Expression: var holder }; named = holder)
        {
            if (member.GetCustomAttribute<KernelFieldAttribute>() is { } binding
                && !KernelScope.Current.Has($"{member.DeclaringType?.GetCustomAttribute<KernelStructAttribute>()?.Name}.{binding.Name}"))
                return false;
        }
        return true;
    }
}
