namespace Scx.Oracle;

/// <summary>Lays what the kernel said beside what the analyzer said.</summary>
sealed class Comparison
{
    // Where the analyzer is meant to be stricter than the kernel: docs/verifier-parity.md says why.
    static readonly string[] stricter = ["SCX2012", "SCX5001"];

    // Cases on which the two are known to differ: the name up to its mutants' number, a tab, and why.
    readonly HashSet<string> known = [.. File.ReadLines(Path.Combine(Preparation.Root, "tests", "Oracle", "known.tsv")).Select(line => line.Split('\t')[0])];

    readonly ILookup<string, Answer> kernel;
    readonly SortedDictionary<string, (int Agreed, int Stricter, int Alarms)> byId = new(StringComparer.Ordinal);
    int accepted, refused, placed, guarded, strict, missed, alarms, differing, unjudged;

    Comparison(string results) => kernel = File.ReadLines(results).Select(line => line.Split('\t')).Where(f => f.Length >= 5)
        .ToLookup(f => f[0].Replace(".bpf.o", "", StringComparison.Ordinal), f => new Answer(f[1], f[2] != "0", f[3], f[4]));

    /// <summary>What the kernel said of one callback.</summary>
    sealed record Answer(string Callback, bool Refused, string Reason, string Place);

    /// <summary>Prints each disagreement and the table; fails if there is a false alarm or a miss.</summary>
    public static int Run(string directory, string results)
    {
        var comparison = new Comparison(results);
        foreach (string[] verdict in File.ReadLines(Path.Combine(directory, Preparation.Verdicts)).Select(line => line.Split('\t')))
            comparison.Judge(verdict[0], verdict[1], verdict[2].Split(' ', StringSplitOptions.RemoveEmptyEntries), verdict[3]);
        return comparison.Print();
    }

    void Judge(string name, string callback, string[] errors, string origin)
    {
        var real = kernel[name].ToList();
        if (real.All(a => a.Callback != callback) || real.Any(a => a.Callback == "-"))
        {
            unjudged++;
            return;
        }
        var refusals = real.Where(a => a.Refused && a.Callback == callback).ToList();
        var unaided = kernel[name + Preparation.Unaided].Where(a => a.Refused && a.Callback == callback).ToList();
        string[] ids = [.. errors.Select(e => e.Split('@')[0]).Distinct()];
        if (errors.Length == 0)
            Accepted(name, refusals, unaided, origin);
        else
            Refused(name, callback, errors, ids, [.. refusals, .. unaided], origin);
    }

    void Accepted(string name, List<Answer> refusals, List<Answer> unaided, string origin)
    {
        // An index that is not proven is the compiler's to check; a leak that only looks like a result is a leak.
        if (refusals.FirstOrDefault() is null && unaided.FirstOrDefault(a => a.Reason.StartsWith("Unreleased", StringComparison.Ordinal)) is { } leak)
            refusals = [leak];
        if (refusals.Count > 0)
        {
            if (IsKnown(name))
                return;
            missed++;
            Console.WriteLine($"MISSED {name} {refusals[0].Callback}: {refusals[0].Reason} @ {refusals[0].Place} ({origin})");
        }
        else if (unaided.Count > 0)
        {
            guarded++;
        }
        else
        {
            accepted++;
        }
    }

    void Refused(string name, string callback, string[] errors, string[] ids, List<Answer> refusals, string origin)
    {
        if (refusals.Count == 0 && IsKnown(name))
            return;
        bool agreed = refusals.Count > 0, meant = ids.All(stricter.Contains);
        foreach (string id in ids)
        {
            var counts = byId.GetValueOrDefault(id);
            byId[id] = agreed ? counts with { Agreed = counts.Agreed + 1 } : meant ? counts with { Stricter = counts.Stricter + 1 } : counts with { Alarms = counts.Alarms + 1 };
        }
        if (agreed)
        {
            refused++;
            placed += refusals.Any(r => errors.Any(e => r.Place.EndsWith($".cs:{e.Split('@')[1]}", StringComparison.Ordinal))) ? 1 : 0;
            return;
        }
        strict += meant ? 1 : 0;
        alarms += meant ? 0 : 1;
        Console.WriteLine($"{(meant ? "stricter" : "FALSE ALARM")} {name} {callback} {string.Join(' ', errors)} ({origin})");
    }

    bool IsKnown(string name)
    {
        bool found = known.Any(k => name == k || name.StartsWith(k + "-", StringComparison.Ordinal));
        differing += found ? 1 : 0;
        return found;
    }

    int Print()
    {
        Console.WriteLine("id       agreed  stricter  false alarms");
        foreach (var (id, counts) in byId)
            Console.WriteLine($"{id}  {counts.Agreed,6}  {counts.Stricter,8}  {counts.Alarms,12}");
        Console.WriteLine($"accepted by both {accepted}, refused by both {refused} ({placed} at the same line), accepted thanks to the compiler's index checks {guarded}");
        Console.WriteLine($"stricter than the kernel {strict}, missed {missed}, false alarms {alarms}, known to differ {differing}, not judged {unjudged}");
        return alarms == 0 && missed == 0 && accepted > 0 && refused > 0 ? 0 : 1;
    }
}
