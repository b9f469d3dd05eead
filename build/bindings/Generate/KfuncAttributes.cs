namespace Scx.Bindings.Tool.Generate;

/// <summary>Writes the attributes that tell the compiler what a kernel function is.</summary>
public static class KfuncAttributes
{
    /// <summary>One <c>[Kfunc]</c> for each form, then <c>[AllowedIn]</c> and <c>[KernelFunctionFlags]</c>.</summary>
    public static void Write(CodeWriter code, IReadOnlyList<KfuncForm> forms, int resultBytes = 0)
    {
        string filled = resultBytes == 0 ? "" : $", ResultBytes = {resultBytes}";
        foreach (KfuncForm form in forms)
            code.Line($"[Kfunc(\"{form.Symbol}\", Prototype = \"{form.Prototype}\"{Packing(form)}{Order(form)}{filled}{form.Lifetime.AsArguments})]");
        if (forms[0].Callbacks is { } callbacks)
            code.Line($"[AllowedIn({string.Join(", ", callbacks.Select(name => $"\"{name}\""))})]");
        string[] flags = [.. forms[0].Flags.Where(flag => flag != ReturnsArena).Select(Flag).Distinct()];
        if (flags.Length > 0) code.Line($"[KernelFunctionFlags({string.Join(" | ", flags.Select(flag => "KernelFunctionFlags." + flag))})]");
    }

    // The C# type says so.
    const string ReturnsArena = "ARENA_RET";

    static string Packing(KfuncForm form) => form.PackedStruct is null
        ? ""
        : $", ArgumentStruct = \"{form.PackedStruct}\", ArgumentFields = \"{string.Join("; ", form.PackedFields.Select(field => $"{field.Type} {field.Name}"))}\"";

    static string Order(KfuncForm form) => form.Order is { } order ? $", ArgumentOrder = new[] {{ {string.Join(", ", order)} }}" : "";

    static string Flag(string kernel) => kernel switch
    {
        "ACQUIRE" => "Acquire",
        "RELEASE" => "Release",
        "RET_NULL" => "MayReturnNull",
        "SLEEPABLE" => "Sleepable",
        "RCU" => "Rcu",
        "RCU_PROTECTED" => "RcuProtected",
        "DESTRUCTIVE" => "Destructive",
        "SPINLOCK_SAFE" => "SpinLockSafe",
        "ANY_PROGRAM" => "AnyProgram",
        "ITER_NEW" or "ITER_NEXT" or "ITER_DESTROY" => "Iterator",
        _ => throw new InvalidDataException($"KF_{kernel} is not known"),
    };
}
