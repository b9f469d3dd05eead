using System.Globalization;
using System.Text.Json;
using Scx.Runtime.Verification;

namespace Scx.Run;

/// <summary>What <c>--verify</c> prints: a table of the callbacks, or a JSON object for each.</summary>
static class VerificationReport
{
    static readonly string[] headings = ["callback", "instructions", "translated", "machine code", "verified", "states", "stack", "time"];

    /// <summary>Prints it.</summary>
    public static void Print(TextWriter output, IReadOnlyList<VerifiedProgram> programs, bool json)
    {
        if (json)
        {
            foreach (var program in programs)
                output.WriteLine(Json(program));
            return;
        }

        string[][] rows = [headings, .. programs.Select(Row), Total(programs)];
        int[] widths = [.. headings.Select((_, column) => rows.Max(row => row[column].Length))];
        foreach (string[] row in rows)
            output.WriteLine(string.Join("  ", row.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))).TrimEnd());
    }

    static string[] Row(VerifiedProgram program) =>
    [
        program.Callback, Text(program.Instructions), Text(program.TranslatedInstructions), Text(program.MachineCodeBytes) + " B",
        Text(program.Cost.Instructions), Text(program.Cost.States), Text(program.Cost.StackBytes) + " B", Time(program.Cost.Time),
    ];

    static string[] Total(IReadOnlyList<VerifiedProgram> programs) =>
    [
        "all", Text(programs.Sum(program => program.Instructions)), Text(programs.Sum(program => program.TranslatedInstructions)),
        Text(programs.Sum(program => program.MachineCodeBytes)) + " B", Text(programs.Sum(program => program.Cost.Instructions)),
        Text(programs.Sum(program => program.Cost.States)), "", Time(TimeSpan.FromTicks(programs.Sum(program => program.Cost.Time.Ticks))),
    ];

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    static string Time(TimeSpan time) => time.TotalMilliseconds.ToString("0.000", CultureInfo.InvariantCulture) + " ms";

    static string Json(VerifiedProgram program)
    {
        using var memory = new MemoryStream();
        using (var writer = new Utf8JsonWriter(memory))
        {
            writer.WriteStartObject();
            writer.WriteString("callback", program.Callback);
            writer.WriteString("program", program.Name);
            writer.WriteNumber("instructions", program.Instructions);
            writer.WriteNumber("translated", program.TranslatedInstructions);
            writer.WriteNumber("machine_code_bytes", program.MachineCodeBytes);
            writer.WriteNumber("verified", program.Cost.Instructions);
            writer.WriteNumber("states", program.Cost.States);
            writer.WriteNumber("peak_states", program.Cost.PeakStates);
            writer.WriteNumber("stack_bytes", program.Cost.StackBytes);
            writer.WriteNumber("verification_us", (long)program.Cost.Time.TotalMicroseconds);
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(memory.GetBuffer(), 0, (int)memory.Length);
    }
}
