using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Scx.Bindings.Tool.Import;

/// <summary>What one kernel offers to schedulers, as kept in <c>data/kernels/VERSION.json</c>.</summary>
public sealed record KernelFacts
{
    /// <summary>Series, such as <c>7.3</c>.</summary>
    public required string Kernel { get; init; }

    /// <summary>Where the facts come from.</summary>
    public required string Source { get; init; }

    /// <summary>
    /// Function members of <c>struct sched_ext_ops</c>: prototypes with the parameter names of the kernel's stubs, whose suffix
    /// <c>__nullable</c> says that the argument may be null.
    /// </summary>
    public required SortedDictionary<string, string> Callbacks { get; init; }

    /// <summary>The same of <c>struct sched_ext_ops_cid</c>, whose callbacks get the kernel's own numbering of CPUs; null before it came.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SortedDictionary<string, string>? CidCallbacks { get; init; }

    /// <summary>The other members of <c>struct sched_ext_ops</c> and their types.</summary>
    public required SortedDictionary<string, string> Scalars { get; init; }

    /// <summary>Kernel functions and their prototypes, hidden arguments left out.</summary>
    public required SortedDictionary<string, string> Functions { get; init; }

    /// <summary>
    /// Tracepoints that schedulers may look at, and the types of what programs there get; null where it is not known (their names are not in BTF).
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SortedDictionary<string, string>? Tracepoints { get; init; }

    /// <summary>Functions that programs attach to, by their types alone; null where it is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SortedDictionary<string, string>? Attachable { get; init; }

    /// <summary>The enums that schedulers use.</summary>
    public required SortedDictionary<string, KernelEnum> Enums { get; init; }

    /// <summary>The structs that schedulers see: field names and types, in the order of the kernel.</summary>
    public required SortedDictionary<string, Dictionary<string, string>> Structs { get; init; }

    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Reads one file.</summary>
    public static KernelFacts Read(string path) =>
        JsonSerializer.Deserialize<KernelFacts>(File.ReadAllText(path), Options) ?? throw new InvalidDataException($"{path} is empty");

    /// <summary>Reads all kernels of a folder, the oldest first.</summary>
    public static IReadOnlyList<KernelFacts> ReadAll(string folder) =>
        [.. Directory.GetFiles(folder, "*.json").Select(Read).OrderBy(facts => Version.Parse(facts.Kernel))];

    /// <summary>The file's text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options) + "\n";
}

/// <summary>An enum of the kernel.</summary>
/// <param name="Type">Its integer type: <c>u32</c>, <c>u64</c>, <c>s32</c>, <c>s64</c>.</param>
/// <param name="Values">Values in decimal, in the order of the kernel.</param>
public sealed record KernelEnum(string Type, Dictionary<string, string> Values);
