using System.Text.RegularExpressions;

namespace Scx.Diagnostics;

/// <summary>Reads one program's verifier log, of any kernel from 6.12 on.</summary>
static partial class VerifierLogReader
{
    /// <summary>Why the program was refused; null if it was not.</summary>
    /// <param name="program">The program's name, or empty.</param>
    /// <param name="callback">The callback that it is, in C#'s spelling, or empty.</param>
    /// <param name="log">The log.</param>
    public static LogFinding? Read(string program, string callback, string log)
    {
        string[] lines = log.Split('\n');
        var report = VerifierReport.Read(lines);
        var trace = new VerifierTrace(report is null ? lines : lines[..report.Start]);
        var reasons = trace.Reasons.ToList();
        var (refusal, match, words, index) = reasons
            .Select(reason => (Found: Find(reason.Text), reason.Text, reason.Index))
            .Where(reason => reason.Found is not null)
            .Select(reason => (reason.Found!.Value.Refusal, reason.Found.Value.Match, reason.Text, reason.Index))
            .FirstOrDefault();
        if (refusal is null && report is not null && Find($"{report.Problem}: {report.Reason}") is { } told)
            (refusal, match, words, index) = (told.Refusal, told.Match, report.Problem, report.Start);
        if (refusal is null && (report is not null || reasons.Count > 0))
            (refusal, match, words, index) = (KernelRefusals.Unknown, System.Text.RegularExpressions.Match.Empty, Unmatched(report, reasons), lines.Length - 1);
        return refusal is null ? null : new Evidence(trace, report, refusal, match!, words, index, program, callback).Explain();
    }

    // Several lines may belong together; the last of them come first here.
    static string Unmatched(VerifierReport? report, List<(string Text, int Index)> reasons) => report is not null
        ? $"{report.Problem}: {report.Reason}"
        : string.Join("; ", reasons.TakeWhile((reason, i) => reason.Index == reasons[0].Index - i).Reverse().Select(reason => reason.Text));

    static (KernelRefusal Refusal, Match Match)? Find(string line)
    {
        foreach (var refusal in KernelRefusals.OfVerifier)
        {
            if (refusal.Match(line) is { } match)
                return (refusal, match);
        }
        return null;
    }

    sealed partial record Evidence(
        VerifierTrace Trace, VerifierReport? Report, KernelRefusal Refusal, Match Match, string Words, int Index, string Program, string Callback)
    {
        public LogFinding Explain()
        {
            var place = Located();
            var refusal = Refusal;
            string register = Register().Match(Words).Value;
            if (refusal.Id == "SCX9004" && register.Length > 0 && Trace.WasReference(Index, register))
                refusal = KernelRefusals.Released;
            var origin = Origin(refusal);
            string message = Fill(refusal.Message, refusal, place, origin);
            return new LogFinding(refusal.Id, message, refusal.Fix, Words)
            {
                Place = place,
                Related = origin is { } from && from != place && !(from.File == place?.File && from.Line == place.Line) ? [(from, "it comes from here")] : [],
                Program = Program,
                FoundBefore = refusal.FoundBefore,
                IsMissed = refusal.IsMissed,
            };
        }

        /// <summary>The report has the column, the walk the whole line.</summary>
        LogPlace? Located()
        {
            var walked = Trace.PlaceBefore(Index);
            if (Report?.Place is not { } place)
                return walked;
            return walked?.Line == place.Line && walked.File == place.File ? place with { Text = walked.Text } : place;
        }

        LogPlace? Origin(KernelRefusal refusal)
        {
            if (refusal.Id is not ("SCX9001" or "SCX9011" or "SCX9012"))
                return null;
            if (Acquired().Match(Words) is { Success: true } acquired)
                return Trace.PlaceOfInstruction(acquired.Groups["instruction"].Value);
            var state = refusal.Id == "SCX9001" ? MaybeNull() : Owned();
            return Trace.CallThatGave(Index, state)?.Place ?? Report?.Causes.Select(cause => cause.Place).FirstOrDefault();
        }

        string Fill(string message, KernelRefusal refusal, LogPlace? place, LogPlace? origin)
        {
            string function = Match.Groups["function"] is { Success: true, Value: var name } ? SourceText.Function(name, place) : "A function";
            return Placeholder().Replace(message, hole => hole.Groups["name"].Value switch
            {
                "subject" => Subject(refusal, place, origin),
                "callback" => Callback.Length > 0 ? Callback : Program.Length > 0 ? $"'{Program}'" : "this callback",
                "function" => function == "A function" ? function : $"'{function}'",
                "origin" => origin is null ? "" : $" in line {origin.Line}",
                "words" => Words,
                var group => Match.Groups[group].Value,
            });
        }

        string Subject(KernelRefusal refusal, LogPlace? place, LogPlace? origin)
        {
            if (place is null)
                return "The value";
            if (Passed().Match(Words) is { Success: true } passed && Trace.LastCall(Index + 1) is { } callee && refusal.Id != "SCX9012")
            {
                string function = SourceText.Function(callee, place);
                int index = int.Parse(passed.Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture) - (passed.Groups["from1"].Success ? 1 : 0);
                return SourceText.Argument(place, function, index) is { Length: > 0 } argument ? $"'{argument}'" : $"An argument of '{function}'";
            }
            return SourceText.Variable(place, refusal.Id is "SCX9002" ? null : origin) is { } variable ? $"'{variable}'" : "What is used";
        }

        [GeneratedRegex(@"\bR\d+\b")]
        private static partial Regex Register();

        [GeneratedRegex(@"_or_null")]
        private static partial Regex MaybeNull();

        [GeneratedRegex(@"alloc_insn=(?<instruction>\d+)")]
        private static partial Regex Acquired();

        [GeneratedRegex(@"R0(_\w+)?=\w*(ptr|mem)_\w*\([^)]*\).*refs=|R0(_\w+)?=\w+\([^)]*ref_obj_id=")]
        private static partial Regex Owned();

        // R1 is the first argument, and so is arg0.
        [GeneratedRegex(@"passed to (?:trusted |helper )?(?:arg#?|(?<from1>R))(?<number>\d)")]
        private static partial Regex Passed();

        [GeneratedRegex(@"\{(?<name>\w+)\}")]
        private static partial Regex Placeholder();
    }
}
