using Scx.Compiler.Analysis.Scheduling;
using Scx.Compiler.Analysis.Values;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Paths;

/// <content>Flags and numbers that sched_ext's functions refuse when they are called, and CPUs that a task may not run on.</content>
internal sealed partial class PathWalker
{
    private void CheckManner(CallKernel call, SchedulingEffect effect, PathState state)
    {
        if (effect.Manner < 0)
            return;
        var number = state.Range(state.Values[call.Arguments[effect.Manner]]);
        ulong set = number.Known.Value;
        switch (effect.Role)
        {
            case SchedulingRole.Kick when (set & SchedulingRules.KickIdle) != 0 && (set & SchedulingRules.KickBusy) != 0:
                Report(Rules.NumberRefused, call, [call.Function.Name, "KickFlags.Idle together with Preempt or Wait", "an idle CPU has nothing to preempt or wait for"]);
                break;
            case SchedulingRole.SetPerformance when number.Low > SchedulingRules.MostPerformance:
                Report(Rules.NumberRefused, call, [call.Function.Name, "a performance above 1024", "CpuPerf.One is the CPU's greatest"]);
                break;
            case SchedulingRole.Insert or SchedulingRole.InsertOrdered when (set & SchedulingRules.InternalEnqFlags) != 0:
                Report(Rules.NumberRefused, call, [call.Function.Name, "flags of the kernel's own", "pass on what Enqueue was given, and values of EnqFlags"]);
                break;
            case SchedulingRole.Insert or SchedulingRole.InsertOrdered when (set & SchedulingRules.Immed) != 0 && IsNoCpus(state.Range(state.Values[call.Arguments[effect.Queue]])):
                Report(Rules.NumberRefused, call, [call.Function.Name, "EnqFlags.Immed and a queue that is no CPU's own", "use Dsq.Local or Dsq.LocalOn, or leave out the flag"]);
                break;
        }
    }

    /// <summary>Whether a queue is certainly not the local one of a CPU.</summary>
    private static bool IsNoCpus(NumberRange queue) =>
        queue.High < SchedulingRules.BuiltinQueue || queue.Single is { } id && id < SchedulingRules.LocalOn && id != SchedulingRules.Local;

    /// <summary>Whether a task that goes to the queue of a CPU may run there, as far as anything on this way has looked at it.</summary>
    private void CheckCpu(CallKernel call, PathState state)
    {
        if (state.Task.Tested || state.Lost > 0)
            return;
        var queue = state.Values[call.Arguments[call.Function.Scheduling!.Queue]];
        var range = state.Range(queue);
        if (range.Low < SchedulingRules.LocalOn)
            return;
        if (range.Single is { } id)
            Report(Rules.CpuNotAllowed, call, [$"CPU {unchecked((int)(id & ~SchedulingRules.LocalOn))}"]);
        else if (Picked(queue) is { Origin.Maker: CallKernel picked } && !picked.Arguments.Any(a => OfOwnTask(Lookup(a, state))))
            Report(Rules.CpuNotAllowed, call, [$"What '{picked.Function.Name}' yields"], new RelatedPlace(picked.Span, "chosen here, not among the CPUs of the task"));
    }

    /// <summary>The CPU in the id of a queue, if the kernel has chosen it.</summary>
    private static Unknown? Picked(Symbol queue) => queue switch
    {
        Computed { Operator: null } converted => Picked(converted.Left),
        Computed { Operator: BinaryOperator.Or or BinaryOperator.Add } joined => Picked(joined.Left) ?? (joined.Right is null ? null : Picked(joined.Right)),
        Unknown { Origin: { Exact: true, Maker: CallKernel { Function.Scheduling.Role: SchedulingRole.PickIdle or SchedulingRole.PickAny } } } cpu => cpu,
        _ => null,
    };

    private static bool OfOwnTask(Symbol? symbol) =>
        IsOfTask(symbol) || symbol is not null && PathState.Root(symbol) is Unknown { Origin.Parameter: >= 0 };

    /// <summary>Notes that a condition has looked at the callback's own task.</summary>
    private static void NoteTest(Symbol condition, PathState state)
    {
        if (!state.Task.Tested && Tests(condition, state))
            state.Task = state.Task with { Tested = true };
    }

    private static bool Tests(Symbol symbol, PathState state) => symbol switch
    {
        Computed computed => Tests(computed.Left, state) || computed.Right is not null && Tests(computed.Right, state),
        Unknown { Origin.Maker: CallInstruction call } => call.Arguments.Any(a => OfOwnTask(Lookup(a, state)) || Lookup(a, state) is null),
        _ => IsOfTask(symbol),
    };
}
