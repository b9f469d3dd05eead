using Scx.Compiler.Analysis.Values;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Paths;

/// <summary>Why a pointer may be null, in words.</summary>
internal static class NullReasons
{
    /// <summary>The kind of a function that is walked through by itself.</summary>
    public const string GlobalFunction = "global";

    /// <summary>The reason, or null if the verifier may know better.</summary>
    public static string? Of(Origin origin, Program program, Function function) => origin.Maker switch
    {
        null when origin.Parameter >= 0 && program.Entry?.Kind == GlobalFunction =>
            $"'{function.DisplayName}' is [Global], and the verifier does not know what its callers have tested",
        null when origin.Parameter >= 0 =>
            $"the kernel also calls {(program.Entry is null ? CallbackNames.Pascal(program.Callback) : function.DisplayName)} without one",
        CallKernel call => $"'{call.Function.Name}' returns null when there is none",
        MapOperation { Helper.Effects.Acquires: true } made => $"'{NameOf(made)}' may have no room",
        KptrLoad => "the slot is empty until something is put into it",
        MapOperation lookup => $"'{NameOf(lookup)}' may have {Missing(lookup)}",
        CallHelper { Helper.Effects.LendsFromFirst: true } => "there may be fewer bytes",
        CallHelper call => $"'{call.Helper.Name}' returns null when there is none",
        _ => null,
    };

    /// <summary>The user's word for a map.</summary>
    public static string NameOf(MapOperation operation) => operation.Map?.Name ?? operation.Arguments[0].Name ?? "the map";

    // A map whose values are kept with kernel objects is asked for the value of one.
    private static string Missing(MapOperation lookup) => lookup.ImpliesKey ? "no variable for such a CPU"
        : lookup.Arguments[1].Type is PointerType { Target: KernelType } ? $"no value for '{lookup.Arguments[1].Name}'" : "no entry for the key";
}
