using Scx.Compiler.Analysis.Values;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Paths;

/// <content>Functions of the scheduler's that the kernel calls back.</content>
internal sealed partial class PathWalker
{
    private readonly HashSet<WalkContext> later = [];

    /// <summary>What the program has the kernel call later. The verifier walks it as part of the program, from a state of its own.</summary>
    public IEnumerable<WalkContext> Later => later;

    private void CallBack(CallInstruction call, CallbackTime? time, PathState state)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Type is not PointerType { Target: FunctionType } || Maker(argument) is not FunctionAddress address)
                continue;
            if (time is not null)
                later.Add(new WalkContext(address.Function, methods[address.Function].Function.DisplayName, time == CallbackTime.LaterInTask, true));
            else if (!calls.Contains(call))
                WalkNow(methods[address.Function], call, state);
        }
    }

    /// <summary>Walks what is called before the call returns, with all that is held; what it does to the task and to memory is not followed.</summary>
    private void WalkNow(MethodPaths callee, CallInstruction call, PathState state)
    {
        var (outer, at) = (current, position);
        var inner = state.Clone();
        inner.Enter();
        // What the calls share comes last. The verifier goes on with what one call has left there to the next.
        bool shares = call.Arguments.Any(a => PathState.Root(state.Values[a]) is Storage { Slot: not null });
        var parameters = callee.Function.Parameters;
        for (int i = 0; i < parameters.Length; i++)
            inner.Values[parameters[i]] = new Unknown(parameters[i].Type, new Origin(null, callee.Function.Span, Exact: !shares || i < parameters.Length - 1));
        calls.Push(call);
        Walk(callee, inner);
        calls.Pop();
        (current, position) = (outer, at);
        state.Task = state.Task with { Handled = true };
    }
}
