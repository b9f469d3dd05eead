using Scx.Compiler.Analysis.Scheduling;
using Scx.Compiler.Analysis.Values;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Paths;

/// <content>What the verifier lets pass and sched_ext throws the scheduler out for, or lets a task starve.</content>
internal sealed partial class PathWalker
{
    private readonly HashSet<QueueUse> queueUses;

    private bool DirectDispatch => program.Entry is null && !context.IsCalledBack && program.Callback is SchedulingRules.SelectCpu or SchedulingRules.Enqueue;

    private void Schedule(CallInstruction call, PathState state)
    {
        if (call is not CallKernel { Function.Scheduling: { } effect } kernel)
        {
            // Whatever is written to a map may be how the task is found again.
            if (call is MapOperation { Arguments.Length: > 2, Result.Type: not PointerType } || EffectsOf(call) is { Acquires: true } or { Releases: not null })
                state.Task = state.Task with { Handled = true };
            return;
        }
        // Where the scheduler ends, the fair one takes its tasks.
        if (effect.Role == SchedulingRole.End)
            state.Task = state.Task with { Handled = true };
        if (effect.Queue >= 0)
            UseQueue(kernel, effect, state);
        CheckManner(kernel, effect, state);
        if (effect.Role is SchedulingRole.TrackIdle or SchedulingRole.PickIdle && effect.Task >= 0 && DirectDispatch
            && FoundElsewhere(PathState.Root(state.Values[call.Arguments[effect.Task]]), state) is { } found)
            Report(Rules.OtherTaskPlaced, kernel, [CallbackNames.Pascal(program.Callback), kernel.Function.Name], new RelatedPlace(found.Span, $"'{found.Function.Name}' yields another task here"));
        if (effect.Role is SchedulingRole.Insert or SchedulingRole.InsertOrdered && effect.Task >= 0)
            Insert(kernel, PathState.Root(state.Values[call.Arguments[effect.Task]]), state);
    }

    private void UseQueue(CallKernel call, SchedulingEffect effect, PathState state)
    {
        var range = state.Range(state.Values[call.Arguments[effect.Queue]]);
        bool builtin = range.Low >= SchedulingRules.BuiltinQueue;
        queueUses.Add(new QueueUse(effect.Role, range.Single, builtin, Chosen(state), call.Span));
        if (!builtin)
            return;
        if (effect.Role == SchedulingRole.InsertOrdered)
            Report(Rules.OrderedBuiltinQueue, call, []);
        else if (effect.Role is SchedulingRole.MoveToLocal or SchedulingRole.Peek)
            Report(Rules.BuiltinQueueTaken, call, [call.Function.Name]);
    }

    private static string Chosen(PathState state) => string.Concat(
        from entry in state.Memory
        let global = (PathState.Root(entry.Key) as Storage)?.Global
        where global?.Section == GlobalSection.ReadOnly && state.Range(entry.Value).Single is not null
        select $"{global.Name}={state.Range(entry.Value).Low};");

    private void Insert(CallKernel call, Symbol task, PathState state)
    {
        if (!DirectDispatch)
            return;
        if (task is Unknown { Origin.Parameter: >= 0 })
        {
            if (state.Task.Inserted is { } before && state.Lost == 0)
                Report(Rules.InsertedTwice, call, [CallbackNames.Pascal(program.Callback)], new RelatedPlace(before, "inserted here"));
            state.Task = state.Task with { Inserted = state.Task.Inserted ?? call.Span };
            CheckCpu(call, state);
        }
        else if (FoundElsewhere(task, state) is { } found)
        {
            Report(Rules.OtherTaskInserted, call, [CallbackNames.Pascal(program.Callback)], new RelatedPlace(found.Span, $"'{found.Function.Name}' yields another task here"));
            state.Task = state.Task with { Handled = true };
        }
    }

    /// <summary>The call that found a task which is not the callback's own, or null.</summary>
    private static CallKernel? FoundElsewhere(Symbol task, PathState state) =>
        task is Unknown { Origin: { Exact: true, Maker: CallKernel found } } && !found.Arguments.Any(a => IsOfTask(Lookup(a, state))) ? found : null;

    private static Symbol? Lookup(Value value, PathState state) => state.Values.TryGetValue(value, out var symbol) ? symbol : null;

    /// <summary>Whether a number was read from the callback's own task.</summary>
    private static bool IsOfTask(Symbol? symbol) => symbol switch
    {
        Computed computed => IsOfTask(computed.Left) || IsOfTask(computed.Right),
        Unknown { Source: { } address } => PathState.Root(address) is Unknown { Origin.Parameter: >= 0 },
        _ => false,
    };

    /// <summary>A condition that holds for few tasks says which one this is.</summary>
    private static void SingleOut(Symbol condition, bool held, PathState state)
    {
        NoteTest(condition, state);
        if (!state.Task.NotForked && NotForked(state))
            state.Task = state.Task with { NotForked = true };
        if (condition is Computed { Operator: UnaryOperator.Not } not)
            SingleOut(not.Left, !held, state);
        else if (condition is Computed { Operator: Relation.Equal or Relation.NotEqual } compared
            && held == compared.Operator is Relation.Equal && compared.Left.Type is IntType && (IsOfTask(compared.Left) || IsOfTask(compared.Right)))
            state.Task = state.Task with { Handled = true };
    }

    private void NoteStore(Store store, PathState state)
    {
        var address = state.Values[store.Address];
        var stored = state.Values[store.Stored];
        if (PathState.Root(address) is Storage { Slot: not null })
            return;
        bool flag = store.Stored.Type is BoolType && address.Type is PointerType { Space: MemorySpace.MapValue };
        if ((flag || IsOfTask(stored)) && PathState.Root(address) is not Unknown { Origin.Parameter: >= 0 })
            state.Task = state.Task with { Handled = true };
        if (program.Callback == SchedulingRules.InitTask && !context.IsCalledBack && address is Part { Selector: SchedulingRules.Disallow } && !state.Range(stored).IsFalse && !state.Task.NotForked)
            Report(Rules.DisallowInFork, store, []);
    }

    private static bool NotForked(PathState state)
    {
        foreach (var entry in state.Memory)
        {
            if (entry.Key is Part { Selector: SchedulingRules.Fork } && state.Range(entry.Value).IsFalse)
                return true;
        }
        return false;
    }

    /// <summary>What must hold where a callback returns.</summary>
    private void CheckResult(Return end, PathState state)
    {
        if (calls.Count > 0 || program.Entry is not null || context.IsCalledBack)
            return;
        if (program.Callback == SchedulingRules.Enqueue && state.Task is { Inserted: null, Handled: false } && state.Lost == 0)
            findings.Add(new PathFinding((Rules.TaskForgotten, end.Span), new ScxDiagnostic(Rules.TaskForgotten, end.Span, [])));
        if (end.Result is not { } result)
            return;
        var symbol = state.Values[result];
        var range = state.Range(symbol);
        if (SchedulingRules.YieldsErrno(program, result.Type) && state.IsExact(symbol) && (range.SignedLow > 0 || range.SignedHigh < -SchedulingRules.MaxErrno))
            findings.Add(new PathFinding((Rules.ResultNoErrno, end.Span), new ScxDiagnostic(Rules.ResultNoErrno, end.Span, [RangeText.Of(range, result.Type), CallbackNames.Pascal(program.Callback)])));
        if (program.Callback == SchedulingRules.SelectCpu && range.SignedLow < 0
            && symbol is Unknown { Origin.Maker: CallKernel { Function: { Scheduling.Role: SchedulingRole.PickIdle or SchedulingRole.PickAny } picker } picked })
            findings.Add(new PathFinding((Rules.NoCpuReturned, end.Span), new ScxDiagnostic(Rules.NoCpuReturned, end.Span, [picker.Name])
            {
                Related = [new RelatedPlace(picked.Span, "chosen here")],
            }));
    }
}
