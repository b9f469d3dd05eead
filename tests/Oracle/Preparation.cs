using System.Security.Cryptography;
using System.Text;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Oracle;

/// <summary>Writes the cases' objects, and a table of what the analyzer says.</summary>
static class Preparation
{
    /// <summary>Tab-separated: name, callback, the errors as ID@LINE, what was changed.</summary>
    public const string Verdicts = "verdicts.tsv";

    /// <summary>Ends the names of objects without the compiler's help.</summary>
    public const string Unaided = "+unaided";

    /// <summary>The whole corpus, or what has a text in its name, and a sample of its valid programs' mutants.</summary>
    public static int Run(string directory, int mutants, int seed, string only)
    {
        Directory.CreateDirectory(directory);
        var cases = Corpus().Where(c => c.Name.Contains(only, StringComparison.Ordinal)).ToList();
        var valid = cases.Where(c => !File.ReadAllText(Path.Combine(Root, c.Origin)).Contains("//~ SCX", StringComparison.Ordinal));
        // By hash, so that a new case in the corpus does not change the whole sample.
        var made = valid.SelectMany(Mutants).OrderBy(m => Rank(m, seed), StringComparer.Ordinal);
        using var table = new StreamWriter(Path.Combine(directory, Verdicts));
        int written = 0;
        foreach (var one in cases.Concat(made.Where(m => m.IsValid).Take(mutants)))
            written += Write(one, directory, table) ? 1 : 0;
        Console.WriteLine($"{written} objects");
        return 0;
    }

    static bool Write(Case one, string directory, StreamWriter table)
    {
        try
        {
            if (one.Judge() is not { } judged)
                return false;
            File.WriteAllBytes(Path.Combine(directory, one.Name + ".bpf.o"), judged.Object);
            File.WriteAllBytes(Path.Combine(directory, one.Name + Unaided + ".bpf.o"), judged.Unaided);
            File.WriteAllText(Path.Combine(directory, one.Name + ".cs"), one.Source);
            foreach (var (callback, diagnostics) in judged.ByCallback)
            {
                var errors = diagnostics.Where(d => d.Rule.Severity == Severity.Error && IsForThisKernel(d.Rule.Id));
                table.WriteLine($"{one.Name}\t{callback}\t{string.Join(' ', errors.Select(d => $"{d.Rule.Id}@{d.Span.Line}"))}\t{one.Origin}");
            }
            return true;
        }
        catch (Exception failure) when (failure is InternalCompilerException or InvalidOperationException or Scx.Compiler.Backend.LlvmRejectedException)
        {
            // What LLVM makes nothing of is no question to the kernel.
            Console.Error.WriteLine($"{one.Name}: {failure.Message} ({one.Origin})");
            return false;
        }
    }

    // SCX7… is what sched_ext ejects while it runs, SCX8… what older kernels than this one refuse.
    static bool IsForThisKernel(string id) => id[3] is not ('7' or '8');

    static IEnumerable<Case> Corpus() =>
        Directory.GetFiles(Path.Combine(Root, "tests", "corpus"), "*.cs", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(Path.Combine(Root, "tests", "refused"), "*.cs"))
            .Concat(["schedulers/Simple/Simple.cs", "schedulers/Prev/Prev.cs", "schedulers/Cpu0/Cpu0.cs"])
            .Select(path => Path.Combine(Root, path))
            .Where(File.Exists).Order(StringComparer.Ordinal)
            .Select(path => new Case(NameOf(path), Case.WithoutMarkers(File.ReadAllText(path)), Path.GetRelativePath(Root, path)))
            .Where(c => c.IsValid);

    static IEnumerable<Case> Mutants(Case original)
    {
        int number = 0;
        foreach (var (what, source) in Mutations.Of(original.Source))
            yield return new Case($"{original.Name}-{++number}", source, $"{original.Origin}: {what}");
    }

    static string Rank(Case mutant, int seed) => System.Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed} {mutant.Origin}")));

    static string NameOf(string path) => $"{Path.GetFileName(Path.GetDirectoryName(path))}-{Path.GetFileNameWithoutExtension(path)}";

    /// <summary>The repository.</summary>
    public static string Root { get; } = Ancestors(AppContext.BaseDirectory).First(d => File.Exists(Path.Combine(d, "Scx.slnx")));

    static IEnumerable<string> Ancestors(string? directory)
    {
        for (; directory is not null; directory = Path.GetDirectoryName(directory))
            yield return directory;
    }
}
