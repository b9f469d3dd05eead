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

    private static DiagnosticRule RuleOf(SectionKind kind) => kind == SectionKind.Rcu ? Rules.RcuNotBalanced : Rules.SectionNotBalanced;

    private void LeaveSection(CallInstruction call, SectionKind kind, PathState state)
    {
        for (int i = state.Sections.Length - 1; i >= 0; i--)
        {
            if (state.Sections[i].Kind != kind)
                continue;
            state.Sections = state.Sections.RemoveAt(i);
            return;
        }
        Report(RuleOf(kind), call, [NameOf(kind), "ends here without having begun"]);
    }

    private void CheckSectionsLeft(Return end, PathState state)
    {
        foreach (var section in state.Sections.Where(s => s.Depth >= calls.Count))
        {
            string[] arguments = [NameOf(section.Kind), $"is still open where '{current.Function.DisplayName}' returns"];
            findings.Add(new PathFinding(section.Span, new ScxDiagnostic(RuleOf(section.Kind), end.Span, [.. arguments])
            {
                Related = [new RelatedPlace(section.Span, "begun here"), .. Chain()],
            }));
        }
        state.Sections = state.Sections.RemoveAll(s => s.Depth >= calls.Count);
    }

    /// <summary>Whether a call may be made in the sections that are open, and with these arguments.</summary>
    private bool CheckCall(CallInstruction call, PathState state)
    {
        var effects = EffectsOf(call);
        if (call is CallKernel { Function.Sleepable: true } && state.Sections.LastOrDefault() is { } section)
            Report(Rules.SleepsInSection, call, [$"'{NameOf(call)}'", NameOf(section.Kind)], new RelatedPlace(section.Span, "begun here"));
        if (effects.RcuProtected && program.Sleepable && state.Sections.IsEmpty)
            Report(Rules.OutsideRcu, call, [$"'{NameOf(call)}'", CallbackNames.Pascal(program.Callback)]);
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
            if (call is MapOperation && !program.Sleepable)
                continue;
            string name = argument.Name ?? "The argument";
            var read = pointer.Origin.Maker is { } maker ? new RelatedPlace(maker.Span, "read here") : null;
            if (trust == PointerTrust.Untrusted || (call is CallKernel && !effects.TakesRcu))
                Report(Rules.NotTrusted, call, [name, NameOf(call)], read);
            else if (program.Sleepable && state.Sections.IsEmpty)
                Report(Rules.OutsideRcu, call, [$"'{name}'", CallbackNames.Pascal(program.Callback)], read);
        }
    }

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
        findings.Add(new PathFinding((rule, instruction.Span), new ScxDiagnostic(rule, instruction.Span, [.. arguments])
        {
            Related = related is null ? [.. Chain()] : [related, .. Chain()],
        }));
}
