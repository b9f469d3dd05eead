using Microsoft.CodeAnalysis;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>Reads what the Sdk's attributes say a call does to references, sections and locks.</summary>
internal static class BindingEffects
{
    // Scx.Bindings.KernelFunctionFlags.
    private const int Acquire = 1 << 0, Release = 1 << 1, Sleepable = 1 << 3, Rcu = 1 << 4, RcuProtected = 1 << 5, SpinLockSafe = 1 << 8,
        LendsUnderLock = 1 << 9, LendsFromObject = 1 << 10, AnyProgram = 1 << 11;

    public static bool Sleeps(IMethodSymbol method) => (Flags(method) & Sleepable) != 0;

    public static bool InAnyProgram(IMethodSymbol method) => (Flags(method) & AnyProgram) != 0;

    public static CallEffects Of(IMethodSymbol method)
    {
        int flags = Flags(method);
        var section = method.Attribute(KnownSymbols.SectionAttribute);
        var kind = section is null ? (SectionKind?)null : (SectionKind)(int)section.ConstructorArguments[0].Value!;
        bool ends = section?.Named("Ends", false) == true;
        var callsBack = method.Attribute(KnownSymbols.CallsBackAttribute);
        bool fills = method.ReturnType.Attribute(KnownSymbols.FrameStateAttribute) is not null;
        if ((flags & ~AnyProgram) == 0 && section is null && callsBack is null && !fills)
            return CallEffects.None;
        return new CallEffects
        {
            Acquires = (flags & Acquire) != 0,
            Releases = (flags & Release) != 0 ? 0 : HandedOver(method),
            LendsUnderLock = (flags & LendsUnderLock) != 0,
            LendsFromFirst = (flags & LendsFromObject) != 0,
            FillsLast = fills,
            TakesRcu = (flags & Rcu) != 0,
            RcuProtected = (flags & RcuProtected) != 0,
            AllowedUnderLock = (flags & SpinLockSafe) != 0,
            Enters = ends ? null : kind,
            Leaves = ends ? kind : null,
            CallsBack = callsBack is null ? null : (CallbackTime)(int)callsBack.ConstructorArguments[0].Value!,
        };
    }

    public static SchedulingEffect? Scheduling(IMethodSymbol method)
    {
        if (method.Attribute(KnownSymbols.SchedulingAttribute) is not { } attribute)
            return null;
        int before = !method.IsStatic || method.ReturnType.Attribute(KnownSymbols.KernelIteratorAttribute) is not null ? 1 : 0;
        return new SchedulingEffect((SchedulingRole)(int)attribute.ConstructorArguments[0].Value!, Argument("p"), Argument("dsqId"))
        {
            Manner = Math.Max(Argument("enqFlags"), Math.Max(Argument("flags"), Argument("perf"))),
            ByNode = attribute.Named("NeedsNodes", false) ? true : attribute.Named("RefusesNodes", false) ? false : null,
        };

        // The object that the method is called on, or an iterator that it makes, is an argument too.
        int Argument(string name) => method.Parameters.FirstOrDefault(p => p.Name == name) is { } parameter ? parameter.Ordinal + before : -1;
    }

    private static int? HandedOver(IMethodSymbol method)
    {
        var given = method.Parameters.FirstOrDefault(p => p.Attribute(KnownSymbols.HandsOverAttribute) is not null);
        return given is null ? null : given.Ordinal + (method.IsStatic ? 0 : 1);
    }

    private static int Flags(IMethodSymbol method) =>
        method.Attribute(KnownSymbols.KernelFunctionFlagsAttribute)?.ConstructorArguments[0].Value as int? ?? 0;
}
