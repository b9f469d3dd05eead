using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>
/// Functions around methods that the kernel calls back: each takes what the kernel gives, passes on what the method wants, and returns what the
/// kernel expects.
/// </summary>
internal sealed class KernelCallbacks(ModuleContext context)
{
    private readonly Dictionary<(MethodInstance Method, string Prototype), Function> known = [];

    /// <summary>The function for a method that is given as a delegate.</summary>
    /// <param name="method">The method or lambda.</param>
    /// <param name="type">The delegate, which is bound to the kernel's prototype.</param>
    /// <param name="use">Where it is given.</param>
    public FunctionReference Function(MethodInstance method, INamedTypeSymbol type, SourceSpan use)
    {
        var binding = type.Attribute(KnownSymbols.KernelCallbackAttribute)!;
        if (known.TryGetValue((method, binding.Text(0)), out var before))
        {
            context.Reference(method, use);
            context.Record.Callbacks.Add(before);
            return before.Reference;
        }
        var (result, types) = Prototype.Parse(binding.Text(0));
        var given = types.Select((t, i) => new Value(t is PointerType ? new PointerType(IrType.Void, MemorySpace.Any) : t, $"given{i}")).ToImmutableArray();
        string name = Names.Unique($"{ModuleContext.NameOf(method.Method)}_callback", context.Symbols);
        var reference = new FunctionReference(name, [.. given.Select(v => v.Type)], result);

        var builder = new FunctionBuilder { Span = use };
        var order = binding.ConstructorArguments[1].Values.Select(v => (int)v.Value!).ToList();
        var called = context.Reference(method, use);
        bool copies = binding.Named("CopiesDynptr", false);
        var arguments = called.ParameterTypes
            .Select((t, i) => copies && i == 0 ? CopyOfDynptr(builder, given[0], t, result) : Argument(builder, given[order[i]], t)).ToImmutableArray();
        builder.End(new Return(Called(builder, new Call(called, arguments), called.ReturnType, result)));
        var function = context.Placed(new Function(reference, method.Method.Name.Length == 0 ? "lambda" : method.Method.Name, given, builder.Finish(), use));
        known.Add((method, binding.Text(0)), function);
        context.Record.Callbacks.Add(function);
        return reference;
    }

    /// <summary>Lets functions be made anew, since where they are given is no more.</summary>
    public void Forget(IEnumerable<Function> functions)
    {
        foreach (var function in functions)
        {
            foreach (var entry in known.Where(entry => ReferenceEquals(entry.Value, function)).ToList())
                known.Remove(entry.Key);
        }
    }

    // A number of the method's own may come by its address.
    private static Value Argument(FunctionBuilder builder, Value given, IrType wanted) =>
        wanted is not PointerType && given.Type is PointerType
            ? builder.Load(builder.Coerce(given, new PointerType(wanted, MemorySpace.Any)))
            : builder.Coerce(given, wanted);

    /// <summary>A copy of what a dynptr begins with; where there is less the function returns 0.</summary>
    private static Value CopyOfDynptr(FunctionBuilder builder, Value dynptr, IrType wanted, IrType result)
    {
        var type = ((PointerType)wanted).Target;
        var copy = builder.Slot(type);
        var zero = builder.Constant(IrType.U64, 0);
        var status = builder.Emit(
            new CallHelper(new Helper("bpf_dynptr_read", 201), [copy, builder.Constant(IrType.U64, TypeSize.Of(type)), dynptr, zero, zero]), IrType.S64);
        var (read, shorter) = (builder.NewBlock("read"), builder.NewBlock("shorter"));
        builder.Branch(builder.Compare(Relation.Equal, status, builder.Constant(IrType.S64, 0)), read, shorter);
        builder.Begin(shorter);
        builder.End(new Return(builder.Constant(result, 0)));
        builder.Begin(read);
        return builder.Coerce(copy, wanted);
    }

    private static Value? Called(FunctionBuilder builder, Call call, IrType returned, IrType wanted)
    {
        if (returned is not VoidType)
        {
            var value = builder.Emit(call, returned);
            return wanted is BoolType && returned is IntType ? builder.Compare(Relation.NotEqual, value, builder.Constant(returned, 0)) : builder.Coerce(value, wanted);
        }
        builder.Add(call);
        return builder.Constant(wanted, 0);
    }
}
