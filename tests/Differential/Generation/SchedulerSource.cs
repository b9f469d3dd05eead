using System.Text;

namespace Scx.Differential.Generation;

/// <summary>A scheduler of random methods, as C# text.</summary>
/// <param name="FirstSeed">Seed of the first method.</param>
/// <param name="Count">How many methods, each with the next seed.</param>
public sealed record SchedulerSource(ulong FirstSeed, int Count)
{
    /// <summary>The scheduler's name and so the object's.</summary>
    public string Name => $"random{FirstSeed}";

    /// <summary>The method of a seed.</summary>
    public static string MethodOf(ulong seed) => $"M{seed}";

    /// <summary>The seeds of its methods.</summary>
    public IEnumerable<ulong> Seeds => Enumerable.Range(0, Count).Select(i => FirstSeed + (ulong)i);

    /// <summary>The text.</summary>
    public string Write()
    {
        var text = new StringBuilder(Preamble.Types);
        text.Append($"[SchedExtOps(\"{Name}\")]\npublic sealed class Random : Scheduler\n{{\n");
        text.Append("    public int g0; public long gl; public ulong g1; public short g2; public byte g3; public Nested gn; public Eight ga;\n");
        text.Append("    readonly HashMap<int, long> table = new(16); readonly ArrayMap<Small> rows = new(4);\n\n");
        foreach (ulong seed in Seeds)
            text.Append(new MethodGenerator(seed).Write());
        return text.Append("}\n").ToString();
    }
}
