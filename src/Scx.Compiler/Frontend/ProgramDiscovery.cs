using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>Finds the programs of a scheduler that are not callbacks: methods with <c>[SyscallProgram]</c>, <c>[TracepointBtf]</c> and so on.</summary>
internal static class ProgramDiscovery
{
    // libbpf passes on six argument registers (bpf_tracing.h of 1.5); BPF's own calls have five.
    private const int MostRegisters = 6;

    // The kernel's header of each tracepoint record, which programs may not read (tp_prog_is_valid_access, kernel/trace/bpf_trace.c).
    private const int TracepointHeader = 8;

    /// <summary>The programs of a class and of those between it and Scheduler, in the order of their declaration.</summary>
    public static ImmutableArray<ProgramMethod> Find(INamedTypeSymbol scheduler, TargetKernels kernels, DiagnosticBag diagnostics)
    {
        var programs = ImmutableArray.CreateBuilder<ProgramMethod>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var at = scheduler; at is not null && !at.IsSchedulerBase(); at = at.BaseType)
        {
            foreach (var method in at.GetMembers().OfType<IMethodSymbol>())
            {
                var kinds = method.GetAttributes().Select(a => (Attribute: a, Entry: Entry(a, method))).Where(k => k.Entry is not null).ToList();
                if (kinds.Count == 0)
                    continue;
                var (attribute, entry) = (kinds[0].Attribute, kinds[0].Entry!);
                if ((Wrong(method, entry, kinds.Count) ?? ProgramSignature.Wrong(attribute, method, kernels)) is { } reason)
                    diagnostics.Report(Rules.ProgramSignature, Spans.Of(method), method.Name, entry.Kind, reason);
                else if (!names.Add(method.Name))
                    diagnostics.Report(Rules.ProgramNameTwice, Spans.Of(method), method.Name);
                else
                    programs.Add(new ProgramMethod(method, entry));
            }
        }
        return programs.ToImmutable();
    }

    /// <summary>Whether a class declares a program at all, rightly or wrongly.</summary>
    public static bool HasAny(INamedTypeSymbol type) =>
        type.SelfAndBases().SelectMany(t => t.GetMembers()).OfType<IMethodSymbol>().Any(m => m.GetAttributes().Any(IsProgram));

    private static bool IsProgram(AttributeData attribute) => attribute.AttributeClass?.BaseType?.MetadataNameIs(KnownSymbols.ProgramAttribute) == true;

    private static ProgramEntry? Entry(AttributeData attribute, IMethodSymbol method)
    {
        if (!IsProgram(attribute))
            return null;
        string place = string.Join("/", attribute.ConstructorArguments.Select(a => a.Value as string ?? ""));
        return attribute.AttributeClass!.Name switch
        {
            "SyscallProgramAttribute" => new ProgramEntry("syscall", ProgramArguments.Context) { Kind = "a syscall program" },
            "TracepointBtfAttribute" => new ProgramEntry($"tp_btf/{place}", ProgramArguments.Slots) { Kind = "a tracepoint program" },
            "FunctionEntryAttribute" => new ProgramEntry($"fentry/{place}", ProgramArguments.Slots) { Kind = "a function entry program" },
            "FunctionExitAttribute" => new ProgramEntry($"fexit/{place}", ProgramArguments.Slots) { Kind = "a function exit program" },
            "KernelProbeAttribute" => new ProgramEntry($"kprobe/{place}", ProgramArguments.Registers)
            {
                Kind = "a kernel probe",
                HasFewFunctions = true,
                HasNoLocks = true,
            },
            "KernelReturnProbeAttribute" => new ProgramEntry($"kretprobe/{place}", ProgramArguments.ResultRegister)
            {
                Kind = "a kernel return probe",
                HasFewFunctions = true,
                HasNoLocks = true,
            },
            "TracepointAttribute" => new ProgramEntry($"tracepoint/{place}", ProgramArguments.Context)
            {
                Kind = "a tracepoint program",
                ContextOffset = TracepointHeader,
                HasNoLocks = true,
            },
            "PerfEventAttribute" => new ProgramEntry("perf_event", ProgramArguments.Context)
            {
                Kind = "a perf event program",
                HasNoLocks = true,
                Tags = [$"scx:frequency:{attribute.Named("Frequency", 100u)}"],
            },
            _ => throw new InternalCompilerException(Spans.Of(method), $"no program is known by '{attribute.AttributeClass.Name}'"),
        };
    }

    /// <summary>What is wrong with a program's declaration, with what to do; null if nothing is.</summary>
    private static string? Wrong(IMethodSymbol method, ProgramEntry entry, int kinds)
    {
        if (kinds > 1)
            return "a method is one program; move what two programs share into a method that both call";
        if (method.IsGenericMethod || method.IsAbstract || method.IsVirtual || method.IsOverride)
            return "the kernel needs one known body; declare it neither generic, abstract, virtual nor override";
        if (entry.Section == "syscall")
            return WrongContext(method, RefKind.Ref) ?? (IsVoidOrInt(method) ? null : "it returns nothing or an int");
        if (!method.ReturnsVoid)
            return "nobody reads what it returns; make it void";
        return entry.Arguments switch
        {
            ProgramArguments.Slots => WrongSlots(method),
            ProgramArguments.Registers => WrongRegisters(method, MostRegisters),
            ProgramArguments.ResultRegister => WrongRegisters(method, 1),
            _ when entry.ContextOffset == 0 => method.Parameters.IsEmpty ? null : "it has no parameters",
            _ => WrongContext(method, RefKind.In),
        };
    }

    private static bool IsVoidOrInt(IMethodSymbol method) =>
        method is { ReturnsByRef: false, ReturnsByRefReadonly: false, ReturnType.SpecialType: SpecialType.System_Void or SpecialType.System_Int32 };

    private static string? WrongContext(IMethodSymbol method, RefKind refKind)
    {
        if (method.Parameters.IsEmpty)
            return null;
        var parameter = method.Parameters[0];
        bool passed = parameter.RefKind == RefKind.In || (refKind == RefKind.Ref && parameter.RefKind is RefKind.Ref or RefKind.Out);
        return method.Parameters.Length == 1 && passed && parameter.Type is { IsValueType: true, IsRefLikeType: false }
            ? null
            : $"it has no parameter or one, a struct that is passed with {(refKind == RefKind.Ref ? "'ref', 'in' or 'out'" : "'in'")}";
    }

    private static string? WrongSlots(IMethodSymbol method) => method.Parameters
        .Where(p => p.RefKind != RefKind.None || !(IsNumber(p.Type) || TypeLowering.KernelStruct(p.Type) is not null))
        .Select(p => $"the kernel's arguments are integers, bool, enums and kernel objects such as TaskStruct, and '{p.Name}' is none of them")
        .FirstOrDefault();

    private static string? WrongRegisters(IMethodSymbol method, int most) => method.Parameters.Length > most
        ? $"it has {most} parameters at most, one for each register"
        : method.Parameters.Where(p => p.RefKind != RefKind.None || !IsNumber(p.Type))
            .Select(p => $"registers hold numbers, and '{p.Name}' is none; for typed arguments use [FunctionEntry] or [FunctionExit]")
            .FirstOrDefault();

    private static bool IsNumber(ITypeSymbol type) => type.SpecialType == SpecialType.System_Boolean || TypeLowering.Integer(type) is not null;
}

/// <summary>A method that is a program of its own.</summary>
/// <param name="Method">The method.</param>
/// <param name="Entry">What calls it.</param>
internal sealed record ProgramMethod(IMethodSymbol Method, ProgramEntry Entry)
{
    /// <summary>Where bindings say that functions may be called: see <see cref="ProgramEntry.SyscallContext"/>.</summary>
    public string Context => Entry.Section == ProgramEntry.SyscallContext ? ProgramEntry.SyscallContext : ProgramEntry.TracingContext;
}
