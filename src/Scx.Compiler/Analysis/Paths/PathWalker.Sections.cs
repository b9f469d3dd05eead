using Scx.Compiler.Analysis.Values;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Paths;

/// <content>RCU and other sections, and what may be called and passed in them.</content>
internal sealed partial class PathWalker
{
    private static string NameOf(SectionKind kind) => kind switch
    {
        SectionKind.Rcu => "the RCU section",
        SectionKind.Preemption => "the section without preemption",
        SectionKind.Interrupts => "the section without interrupts",
        _ => "the lock",
    };

    private static DiagnosticRule RuleOf(SectionKind kind) => kind switch
    {
        SectionKind.Rcu => Rules.RcuNotBalanced,
        SectionKind.SpinLock or SectionKind.ResilientSpinLock => Rules.LockStillHeld,
        _ => Rules.SectionNotBalanced,
    };

    private void EnterSection(CallInstruction call, SectionKind kind, PathState state)
    {
        // Whether a resilient lock was taken is told by the result: see TakeOrFail.
        if (kind != SectionKind.ResilientSpinLock)
            state.Sections = state.Sections.Add(new OpenSection(kind, call.Span, calls.Count) { Lock = call.Arguments.IsEmpty ? null : state.Values[call.Arguments[0]] });
    }

    private void LeaveSection(CallInstruction call, SectionKind kind, PathState state)
    {
        if (IsLock(kind))
        {
            Unlock(call, kind, state);
            return;
        }
        int last = state.Sections.ToList().FindLastIndex(s => s.Kind == kind);
        if (last < 0)
        {
            Report(RuleOf(kind), call, [NameOf(kind), "ends here without having begun"]);
            return;
        }
        // RCU and preemption are counted; what interrupts were like is put back in the reverse order.
        if (!call.Arguments.IsEmpty && state.Sections[last].Lock != state.Values[call.Arguments[0]])
        {
            Report(RuleOf(kind), call, [NameOf(kind), "ends here while one begun after it is open"], new RelatedPlace(state.Sections[last].Span, "begun here"));
            last = state.Sections.ToList().FindIndex(s => s.Kind == kind && s.Lock == state.Values[call.Arguments[0]]) is >= 0 and var own ? own : last;
        }
        Close(state, last);
    }

    /// <summary>Ends a section, and with the last one what was lent as long as it lasted.</summary>
    private void Close(PathState state, int index)
    {
        if (IsLock(state.Sections[index].Kind))
            TakeBackLent(state, state.Sections[index].Span);
        state.Sections = state.Sections.RemoveAt(index);
        if (context.Sleepable && state.Sections.IsEmpty)
            state.EndRcu();
    }

    private void CheckSectionsLeft(MethodEnd end, PathState state)
    {
        var returned = end.Result is { } result ? state.Values[result] : null;
        foreach (var section in state.Sections.Where(s => s.Depth >= calls.Count).ToList())
        {
            // A scope that the method returns is the caller's to end; one that holds nothing is a number.
            if (calls.Count > 0 && returned is not null && (section.Lock is null ? end.Result!.Type == IrType.U8 : section.Lock == returned))
            {
                state.Sections = state.Sections.Replace(section, section with { Depth = calls.Count - 1 });
                continue;
            }
            string[] arguments = [NameOf(section.Kind), $"is still {(IsLock(section.Kind) ? "held" : "open")} where '{current.Function.DisplayName}' returns"];
            findings.Add(new PathFinding(section.Span, new ScxDiagnostic(RuleOf(section.Kind), end.Span, [.. arguments])
            {
                Related = [new RelatedPlace(section.Span, IsLock(section.Kind) ? "locked here" : "begun here"), .. Chain()],
            }));
            state.Sections = state.Sections.Remove(section);
        }
    }

    /// <summary>Whether a call may be made in the sections that are open, and with these arguments.</summary>
    private bool CheckCall(CallInstruction call, PathState state)
    {
        var effects = EffectsOf(call);
        CheckLocks(call, effects, state);
        if (call is CallKernel { Function.Sleepable: true } && !context.Sleepable && context.IsCalledBack)
            Report(Rules.SleepsInCallback, call, [$"'{NameOf(call)}'", context.Name]);
        else if (call is CallKernel { Function.Sleepable: true } && state.Sections.LastOrDefault() is { } section && Held(state) is null)
            Report(Rules.SleepsInSection, call, [$"'{NameOf(call)}'", NameOf(section.Kind)], new RelatedPlace(section.Span, "begun here"));
        if (effects.RcuProtected && context.Sleepable && state.Sections.IsEmpty)
            Report(Rules.OutsideRcu, call, [$"'{NameOf(call)}'", context.Name]);
        CheckTrust(call, effects, state);
        return true;
    }

    private void CheckTrust(CallInstruction call, CallEffects effects, PathState state)
    {
        if (program.Entry is not null || call is not (CallKernel or MapOperation))
            return;
        foreach (var argument in call.Arguments.Where(a => a.Type is PointerType { Target: KernelType, Space: MemorySpace.Kernel }))
        {
            if (PathState.Root(state.Values[argument]) is not Unknown { Origin.Trust: { } trust } pointer || trust == PointerTrust.Trusted)
                continue;
            // What is read under RCU is a plain pointer, which helpers take (clear_trusted_flags of kernel/bpf/verifier.c, 7.3).
            if (call is MapOperation && !context.Sleepable)
                continue;
            string name = argument.Name ?? "The argument";
            var read = pointer.Origin.Maker is { } maker ? new RelatedPlace(maker.Span, "read here") : null;
            if (trust == PointerTrust.Untrusted || (call is CallKernel && !effects.TakesRcu))
                Report(Rules.NotTrusted, call, [name, NameOf(call), "does not take it"], read);
            else if (context.Sleepable && (state.Sections.IsEmpty || state.Escaped.Contains(pointer)))
                Report(Rules.OutsideRcu, call, [$"'{name}'", context.Name], read);
        }
    }

    /// <summary>
    /// Whether a field of a kernel object is written through a pointer that is good for more than reading (check_ptr_to_btf_access of
    /// kernel/bpf/verifier.c, "only read is supported").
    /// </summary>
    private void CheckWritten(Instruction instruction, PathState state)
    {
        // Other programs than callbacks write no field at all: see KernelWrites.
        if (program.Entry is not null || instruction is not Store store || state.Values[store.Address] is not Part { Selector: string } field)
            return;
        if (PathState.Root(field) is not Unknown { Origin: { Trust: { } trust, Maker: var maker } } pointer || trust == PointerTrust.Trusted)
            return;
        string name = HolderOf(store.Address).Name ?? maker?.Result?.Name ?? "The object";
        var read = maker is null ? null : new RelatedPlace(maker.Span, "read here");
        if (trust == PointerTrust.Untrusted)
            Report(Rules.NotTrusted, store, [name, store.Address.Name ?? (string)field.Selector, "cannot be written"], read);
        else if (context.Sleepable && (state.Sections.IsEmpty || state.Escaped.Contains(pointer)))
            Report(Rules.OutsideRcu, store, [$"'{name}'", context.Name], read);
    }

    /// <summary>The object that a field lies in, as the source names it.</summary>
    private Value HolderOf(Value address) => Maker(address) is KernelFieldAddress field ? HolderOf(field.Object) : address;

    /// <summary>What a pointer read from an address is good for.</summary>
    private static PointerTrust? TrustOf(Symbol address)
    {
        if (address is not Part { Selector: string, Type: PointerType { Target: PointerType { Target: KernelType } } } field)
            return null;
        var holder = (PathState.Root(field.Whole) as Unknown)?.Origin.Trust;
        return holder == PointerTrust.Untrusted || field.Trust == PointerTrust.Untrusted ? PointerTrust.Untrusted
            : field.Trust == PointerTrust.Rcu ? PointerTrust.Rcu : holder;
    }

    private void Report(DiagnosticRule rule, Instruction instruction, string[] arguments, RelatedPlace? related = null) =>
        Report((rule, instruction.Span), rule, instruction, arguments, related);

    private void Report(object cause, DiagnosticRule rule, Instruction instruction, string[] arguments, RelatedPlace? related) =>
        findings.Add(new PathFinding(cause, new ScxDiagnostic(rule, instruction.Span, [.. arguments])
        {
            Related = related is null ? [.. Chain()] : [related, .. Chain()],
        }));
}
