using System.Text.RegularExpressions;

namespace Scx.Diagnostics;

/// <summary>Reads why sched_ext ended a scheduler.</summary>
public static partial class EjectionReader
{
    /// <summary>Explains the kernel's message.</summary>
    /// <param name="message">The message, such as <c>non-existent DSQ 0x4d</c>.</param>
    /// <param name="dump">The kernel's debug dump, whose backtrace tells the callback; may be empty.</param>
    /// <param name="placeOf">Knows where in the source an instruction is from the name that the kernel gives the program and the offset into its machine code; may be null.</param>
    public static LogFinding Read(string message, string dump = "", Func<string, int, LogPlace?>? placeOf = null)
    {
        var (refusal, found) = KernelRefusals.Ejections.Select(refusal => (refusal, Match: refusal.Match(message)))
            .Where(pair => pair.Match is not null).Select(pair => (pair.refusal, pair.Match!)).FirstOrDefault((KernelRefusals.Unknown, Match.Empty));
        return Explain(refusal, found, message, dump, placeOf);
    }

    /// <summary>Explains an error that the scheduler reported itself.</summary>
    /// <param name="message">Its message.</param>
    /// <param name="dump">As for the kernel's.</param>
    /// <param name="placeOf">As for the kernel's.</param>
    public static LogFinding ReadOwnError(string message, string dump = "", Func<string, int, LogPlace?>? placeOf = null) =>
        Explain(KernelRefusals.OwnError, Match.Empty, message, dump, placeOf);

    static LogFinding Explain(KernelRefusal refusal, Match found, string message, string dump, Func<string, int, LogPlace?>? placeOf)
    {
        var frame = Backtrace(dump).Select(line => Program().Match(line)).FirstOrDefault(match => match.Success);
        string program = frame?.Groups["name"].Value ?? "";
        var place = frame is null ? null : placeOf?.Invoke(program, Convert.ToInt32(frame.Groups["offset"].Value, 16));
        string callback = CallbackNames.Of(Backtrace(dump).Select(line => Stub().Match(line)).FirstOrDefault(match => match.Success)?.Groups["name"].Value ?? "");
        string text = Placeholder().Replace(refusal.Message, hole => hole.Groups["name"].Value switch
        {
            "callback" => callback.Length > 0 ? callback : "The scheduler",
            "words" => message,
            "queue" when Queue(found.Groups["queue"].Value) is { Length: > 0 } queue => queue,
            "op" => CallbackNames.Of(found.Groups["op"].Value),
            "task" or "cpu" when !found.Groups[hole.Groups["name"].Value].Success => "(not named)",
            var group => found.Groups[group].Value,
        });
        return new LogFinding(refusal.Id, text, refusal.Fix, message) { Place = place, Program = program, FoundBefore = refusal.FoundBefore };
    }

    // Only the first part of the dump: the rest has the stacks of other tasks.
    static IEnumerable<string> Backtrace(string dump) =>
        dump.Split('\n').SkipWhile(line => !line.StartsWith("Backtrace:", StringComparison.Ordinal)).TakeWhile(line => line.Trim().Length > 0);

    static string Queue(string number)
    {
        if (number.Length == 0)
            return "";
        ulong id = Convert.ToUInt64(number, 16);
        // enum scx_dsq_id_flags and scx_dsq_id of include/linux/sched/ext.h, 7.3.
        return id switch
        {
            0x8000000000000001 => "Dsq.Global",
            0x8000000000000002 => "Dsq.Local",
            >= 0xC000000000000000 => $"Dsq.LocalOn | {id & 0xFFFFFFFF}",
            _ => id.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
    }

    [GeneratedRegex(@"bpf_prog_[0-9a-f]{16}_(?<name>\w+)\+(?<offset>0x[0-9a-f]+)/")]
    private static partial Regex Program();

    [GeneratedRegex(@"bpf__sched_ext_ops(?:_cid)?_(?<name>\w+)\+0x")]
    private static partial Regex Stub();

    [GeneratedRegex(@"\{(?<name>\w+)\}")]
    private static partial Regex Placeholder();
}
