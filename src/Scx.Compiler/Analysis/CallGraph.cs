using System.Collections.Immutable;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis;

/// <summary>Which functions of a module call which.</summary>
internal sealed class CallGraph
{
    private readonly Dictionary<FunctionReference, Function> functions;
    private readonly Dictionary<FunctionReference, ImmutableArray<CallInstruction>> calls;
    private readonly Dictionary<FunctionReference, ImmutableArray<CallInstruction>> handedOver;

    private CallGraph(Module module)
    {
        functions = module.Functions.ToDictionary(f => f.Reference);
        calls = module.Functions.ToDictionary(
            f => f.Reference,
            f => f.Blocks.SelectMany(b => b.Instructions).OfType<CallInstruction>().ToImmutableArray());
        handedOver = module.Functions.ToDictionary(f => f.Reference, HandedOver);
    }

    /// <summary>What a function hands over to be called back, as calls.</summary>
    private static ImmutableArray<CallInstruction> HandedOver(Function function) =>
        [.. function.Blocks.SelectMany(b => b.Instructions).OfType<FunctionAddress>().Select(a => new Call(a.Function, []) { Span = a.Span })];

    public static CallGraph Of(Module module) => new(module);

    public Function this[FunctionReference reference] => functions[reference];

    /// <summary>Every call that a function makes, in the order of its blocks.</summary>
    public ImmutableArray<CallInstruction> Calls(FunctionReference function) => calls[function];

    /// <summary>Whether a call stands for what the kernel does with a function that is handed over to it.</summary>
    public bool IsHandedOver(CallInstruction call) => handedOver.Values.Any(calls => calls.Contains(call));

    private ImmutableArray<CallInstruction> Calls(FunctionReference function, bool callbacks) =>
        callbacks ? calls[function].AddRange(handedOver[function]) : calls[function];

    /// <summary>The calls of the scheduler's own methods that a function makes.</summary>
    public IEnumerable<Call> OwnCalls(FunctionReference function) => Calls(function).OfType<Call>();

    /// <summary>A function and all that it calls or hands over to be called back.</summary>
    public IEnumerable<Function> Reached(FunctionReference function)
    {
        var seen = new HashSet<FunctionReference> { function };
        var pending = new Queue<FunctionReference>([function]);
        while (pending.Count > 0)
        {
            var next = pending.Dequeue();
            yield return functions[next];
            foreach (var call in Calls(next, callbacks: true).OfType<Call>().Where(call => seen.Add(call.Function)))
                pending.Enqueue(call.Function);
        }
    }

    /// <summary>
    /// Each kernel function that a function reaches, with the calls that lead to it: the first is made by the function itself, the last
    /// calls the kernel function. One shortest way for each first call and kernel function.
    /// </summary>
    /// <param name="function">The function.</param>
    /// <param name="callbacks">What it hands over to be called back counts as called: the verifier checks that as part of the same program.</param>
    public IEnumerable<ImmutableArray<CallInstruction>> KernelCalls(FunctionReference function, bool callbacks = false)
    {
        foreach (var call in Calls(function, callbacks))
        {
            if (call is CallKernel)
                yield return [call];
            if (call is not Call first)
                continue;
            foreach (var way in KernelCallsThrough(first, callbacks))
                yield return way;
        }
    }

    private IEnumerable<ImmutableArray<CallInstruction>> KernelCallsThrough(Call first, bool callbacks)
    {
        var seen = new HashSet<FunctionReference> { first.Function };
        var found = new HashSet<KernelFunction>();
        var pending = new Queue<ImmutableArray<CallInstruction>>([[first]]);
        while (pending.Count > 0)
        {
            var way = pending.Dequeue();
            foreach (var call in Calls(((Call)way[way.Length - 1]).Function, callbacks))
            {
                if (call is CallKernel kernel && found.Add(kernel.Function))
                    yield return way.Add(call);
                else if (call is Call own && seen.Add(own.Function))
                    pending.Enqueue(way.Add(call));
            }
        }
    }
}
