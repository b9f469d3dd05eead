using System.Collections.Immutable;

namespace Scx.Compiler.Ir;

/// <summary>One scheduler, or programs without one: everything that its object holds.</summary>
/// <param name="Name">The scheduler's name as sched_ext shows it, a C identifier with dots and dashes made underscores for symbols.</param>
/// <param name="License">Kernel licence string, such as <c>GPL</c>.</param>
public sealed record Module(string Name, string License)
{
    /// <summary>Instance fields.</summary>
    public ImmutableArray<Global> Globals { get; init; } = [];

    /// <summary>Map-typed fields.</summary>
    public ImmutableArray<Map> Maps { get; init; } = [];

    /// <summary>Methods, the programs' own among them.</summary>
    public ImmutableArray<Function> Functions { get; init; } = [];

    /// <summary>Functions that the kernel calls.</summary>
    public ImmutableArray<Program> Programs { get; init; } = [];

    /// <summary>The table that is registered with the kernel; null for programs that are no scheduler.</summary>
    public required StructOps? Ops { get; init; }

    /// <summary>The oldest kernel that the scheduler says it is for; null if it does not say.</summary>
    public string? MinimumKernel { get; init; }

    /// <summary>Each source file that a span names, by <see cref="SourceSpan.File"/>.</summary>
    public ImmutableDictionary<string, SourceFile> Sources { get; init; } = ImmutableDictionary<string, SourceFile>.Empty;
}

/// <summary>A C# file.</summary>
/// <param name="PathInObject">How the object's line information names it: relative to the project, the same on any machine.</param>
/// <param name="Text">What it holds.</param>
public sealed record SourceFile(string PathInObject, string Text);

/// <summary>A C# enum, for the object's description of itself.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Members">Its constants.</param>
public sealed record EnumType(string Name, ImmutableArray<(string Name, long Number)> Members);

/// <summary>Where a global lives.</summary>
public enum GlobalSection
{
    /// <summary>Zero at first: <c>.bss</c>.</summary>
    Zeroed,

    /// <summary>With an initial value: <c>.data</c>, or <c>.data.NAME</c> if <see cref="Global.SectionSuffix"/> is set.</summary>
    Data,

    /// <summary>Frozen at load, which lets the verifier treat it as a constant: <c>.rodata</c>.</summary>
    ReadOnly,
}

/// <summary>A global variable. Compared by identity.</summary>
/// <param name="Name">The C# field's name; the symbol and BTF variable in the object.</param>
/// <param name="Type">Its type.</param>
/// <param name="Section">Where it lives.</param>
/// <param name="Span">The field's declaration.</param>
public sealed record Global(string Name, IrType Type, GlobalSection Section, SourceSpan Span)
{
    /// <summary>Bytes at load, little endian; empty means zeros.</summary>
    public ImmutableArray<byte> InitialBytes { get; init; } = [];

    /// <summary>Not even the loader changes it: what is read from it may be worked out now.</summary>
    public bool NeverChanges { get; init; }

    /// <summary>A text or table that the compiler made: left out where nothing refers to it in the end.</summary>
    public bool IsImplicit { get; init; }

    /// <summary>BTF declaration tags, such as <c>scx:tunable:TEXT</c> and <c>scx:stat</c>.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>The C# enum that its integer is, so that tools show names; null for any other type.</summary>
    public EnumType? Enum { get; init; }

    /// <summary>
    /// User space does not see it: it holds state of the kernel's (a lock, a tree), and the kernel does not let such memory be mapped.
    /// </summary>
    public bool IsHidden { get; init; }

    /// <summary>Puts it in a section, and so a map, of its own: <c>.data.SUFFIX</c> or <c>.bss.SUFFIX</c>.</summary>
    public string? SectionSuffix { get; init; }

    /// <inheritdoc/>
    public bool Equals(Global? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode();
}

/// <summary>A function that the kernel calls; its parameters are the callback's, or what <see cref="Entry"/> hands over.</summary>
/// <param name="Callback">
/// Member of <c>sched_ext_ops</c>, such as <c>enqueue</c>, whose rules hold; for other programs <see cref="ProgramEntry.SyscallContext"/> or
/// <see cref="ProgramEntry.TracingContext"/>.
/// </param>
/// <param name="Function">The function; its symbol is the program's name.</param>
/// <param name="Sleepable">Loaded as a sleepable program (<c>struct_ops.s/</c>).</param>
public sealed record Program(string Callback, FunctionReference Function, bool Sleepable)
{
    /// <summary>First kernel whose ops table has the callback; null if all supported ones do.</summary>
    public string? Since { get; init; }

    /// <summary>What the ops table calls it, where that is not <see cref="Callback"/>: the cid form has other names for callbacks under the same rules.</summary>
    public string? Member { get; init; }

    /// <summary>The arena that the program names though it does nothing with it: so the kernel knows which arena is the scheduler's. Null for none.</summary>
    public Map? Arena { get; init; }

    /// <summary>Null for a callback of the ops table.</summary>
    public ProgramEntry? Entry { get; init; }

    /// <summary>The kernel lets this callback sleep; <see cref="Sleepable"/> is set if it needs to.</summary>
    public bool MaySleep { get; init; }
}

/// <summary>The ops table, a variable in <c>.struct_ops.link</c>. Members a scheduler does not set are not in it.</summary>
/// <param name="TypeName">Kernel struct, such as <c>sched_ext_ops</c>.</param>
/// <param name="VariableName">Symbol of the variable, and so the name of its map.</param>
/// <param name="Members">In the order of the kernel's struct.</param>
public sealed record StructOps(string TypeName, string VariableName, ImmutableArray<StructOpsMember> Members)
{
    /// <summary>It is for schedulers that see CPUs by their topological numbers (<c>sched_ext_ops_cid</c>).</summary>
    public bool IsCidForm { get; init; }

    /// <summary>The attribute that the scheduler is declared with.</summary>
    public SourceSpan Span { get; init; }

    /// <summary>The number of a member; 0 if it is not set.</summary>
    /// <param name="name">Name in the kernel's struct.</param>
    public ulong Number(string name) => Members.OfType<NumberMember>().FirstOrDefault(m => m.Name == name)?.Number ?? 0;
}

/// <summary>A member of the ops table.</summary>
/// <param name="Name">Name in the kernel's struct.</param>
public abstract record StructOpsMember(string Name);

/// <summary>A callback.</summary>
/// <param name="Name">Name in the kernel's struct.</param>
/// <param name="Program">What the kernel calls.</param>
public sealed record CallbackMember(string Name, Program Program) : StructOpsMember(Name);

/// <summary>A number.</summary>
/// <param name="Name">Name in the kernel's struct.</param>
/// <param name="Type">Integer type in the kernel's struct.</param>
/// <param name="Number">The value.</param>
public sealed record NumberMember(string Name, IntType Type, ulong Number) : StructOpsMember(Name);

/// <summary>A text in a fixed array of bytes.</summary>
/// <param name="Name">Name in the kernel's struct.</param>
/// <param name="Text">The text, ASCII.</param>
/// <param name="Capacity">Bytes in the kernel's struct, the final 0 included.</param>
public sealed record TextMember(string Name, string Text, int Capacity) : StructOpsMember(Name);
