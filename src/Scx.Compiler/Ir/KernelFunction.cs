using System.Collections.Immutable;

namespace Scx.Compiler.Ir;

/// <summary>
/// A kernel function as the Sdk binds it, with every form it has had. The first form that the running kernel has is called; if there is only
/// one it is a strong symbol, and a kernel without it refuses the object. Compared by identity.
/// </summary>
/// <param name="Name">The C# name of the binding, for messages.</param>
/// <param name="Forms">The best first; all but the last are weak symbols tested before the call.</param>
public sealed record KernelFunction(string Name, ImmutableArray<KernelFunctionForm> Forms)
{
    /// <summary>Callbacks it may be called from, by kernel name (<c>enqueue</c>); empty means any.</summary>
    public ImmutableArray<string> AllowedCallbacks { get; init; } = [];

    /// <summary>Kernel probes may call it too (<see cref="ProgramEntry.HasFewFunctions"/>).</summary>
    public bool InAnyProgram { get; init; }

    /// <summary>
    /// Not for schedulers of the cid form (<see cref="StructOps.IsCidForm"/>): what they call instead, empty if there is nothing. Null if it is for all.
    /// </summary>
    public string? CpuFormOnly { get; init; }

    /// <summary>May sleep: callable only from sleepable programs.</summary>
    public bool Sleepable { get; init; }

    /// <summary>What a call does to references, sections and locks.</summary>
    public CallEffects Effects { get; init; } = CallEffects.None;

    /// <summary>What a call does to queues and tasks, or null.</summary>
    public SchedulingEffect? Scheduling { get; init; }

    /// <summary>The first kernel that has a form of it, such as <c>6.19</c>; null if every kernel that the scheduler is for does.</summary>
    public string? Since { get; init; }

    /// <summary>The first kernel that has no form of it any more, such as <c>7.3</c>; null if it is in the newest one known.</summary>
    public string? Until { get; init; }

    /// <summary>Even the last form is weak: some supported kernel lacks it, and the author guards the call.</summary>
    public bool Optional { get; init; }

    /// <summary>
    /// Gives the next element of an iterator (KF_ITER_NEXT): a pointer, null at the end. The iterator's state is the first argument, a stack slot that
    /// <c>bpf_iter_*_new</c> filled before and <c>bpf_iter_*_destroy</c> gets on every way out.
    /// </summary>
    public bool IteratorNext { get; init; }

    /// <inheritdoc/>
    public bool Equals(KernelFunction? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode();
}

/// <summary>One symbol that a kernel function has, and how the binding's arguments reach it.</summary>
/// <param name="Symbol">Kernel symbol, such as <c>scx_bpf_dsq_insert___v2</c>. Three underscores are part of the kernel's name here.</param>
/// <param name="ReturnType">As the kernel declares it. Void where the binding returns bool: the call counts as true.</param>
/// <param name="Parameters">As the kernel declares them.</param>
/// <param name="Packing">
/// Null: the binding's arguments are passed in order. Otherwise the arguments from <see cref="ArgumentPacking.FirstPacked"/> on travel in
/// a struct on the stack whose address is the last parameter.
/// </param>
public sealed record KernelFunctionForm(
    string Symbol, IrType ReturnType, ImmutableArray<IrType> Parameters, ArgumentPacking? Packing = null)
{
    /// <summary>
    /// For each argument of the kernel's, packed ones on their own, the index of the binding's argument; empty if they are in order.
    /// </summary>
    public ImmutableArray<int> ArgumentOrder { get; init; } = [];

    /// <summary>The form is a numbered helper, in every kernel, and not a kernel function; always the last form.</summary>
    public Helper? Helper { get; init; }
}

/// <summary>Arguments that travel in a struct.</summary>
/// <param name="Struct">Kernel struct and its fields in the order of the packed arguments; laid out as C does.</param>
/// <param name="FirstPacked">Index of the first packed argument.</param>
public sealed record ArgumentPacking(StructType Struct, int FirstPacked);

/// <summary>A numbered BPF helper.</summary>
/// <param name="Name">Name in the kernel, such as <c>bpf_ktime_get_ns</c>.</param>
/// <param name="Number">Its number in enum bpf_func_id.</param>
public sealed record Helper(string Name, int Number)
{
    /// <summary>Number of arguments after those of the binding, which are 0.</summary>
    public int Zeros { get; init; }

    /// <summary>What a call does to references, sections and locks.</summary>
    public CallEffects Effects { get; init; } = CallEffects.None;
}
