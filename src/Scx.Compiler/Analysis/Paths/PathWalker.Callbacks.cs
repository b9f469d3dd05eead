using Scx.Compiler.Analysis.Values;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Paths;

/// <content>Functions of the scheduler's that the kernel calls back.</content>
internal sealed partial class PathWalker
{
    private readonly HashSet<WalkContext> later = [];

    /// <summary>What the program has the kernel call later. The verifier walks it as part of the program, from a state of its own.</summary>
    public IEnumerable<WalkContext> Later => later;

    private void CallBack(CallInstruction call, CallbackTime time, PathState state)
    {
        foreach (var address in call.Arguments.Select(Maker).OfType<FunctionAddress>())
        {
            if (time != CallbackTime.DuringCall)
                later.Add(new WalkContext(address.Function, methods[address.Function].Function.DisplayName, time == CallbackTime.LaterInTask, true));
            else if (!calls.Contains(call))
                WalkNow(methods[address.Function], call, state);
        }
    }

    /// <summary>Walks what is called before the call returns, with all that is held; what it changes is not followed.</summary>
    private void WalkNow(MethodPaths callee, CallInstruction call, PathState state)
    {
        var (outer, at) = (current, position);
        var inner = state.Clone();
        inner.Enter();
        foreach (var parameter in callee.Function.Parameters)
            inner.Values[parameter] = new Unknown(parameter.Type, new Origin(null, callee.Function.Span));
        calls.Push(call);
        Walk(callee, inner);
        calls.Pop();
        (current, position) = (outer, at);
    }
}
