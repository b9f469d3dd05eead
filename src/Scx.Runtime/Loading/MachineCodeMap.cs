using Scx.Diagnostics;
using Scx.Runtime.Native;

namespace Scx.Runtime;

/// <summary>Which source lines the machine code of loaded programs stands for; the kernel's backtraces name programs and offsets.</summary>
sealed class MachineCodeMap
{
    // struct bpf_line_info of uapi/linux/bpf.h: insn_off, file_name_off, line_off, line_col (line << 10 | column).
    const int LineInfoWords = 4;
    const int ColumnBits = 10;

    readonly Dictionary<string, List<(int Offset, LogPlace Place)>> functions = new(StringComparer.Ordinal);

    MachineCodeMap()
    {
    }

    /// <summary>Asks the kernel about each program of an object; what it does not tell (hidden addresses, an interpreter) is not in the map.</summary>
    public static MachineCodeMap Of(SchedulerObject scheduler)
    {
        var map = new MachineCodeMap();
        foreach (var program in scheduler.Native.Programs)
            map.Add(program.ReadLines(), scheduler);
        return map;
    }

    /// <summary>The line that an instruction was made of.</summary>
    /// <param name="function">The program's or function's name, as in <c>bpf_prog_…_NAME</c>.</param>
    /// <param name="offset">Bytes from its start: the place that a call returns to.</param>
    public LogPlace? Find(string function, int offset)
    {
        if (!functions.TryGetValue(function, out var lines))
            return null;
        // The call itself lies before the place that it returns to.
        var (_, place) = lines.LastOrDefault(line => line.Offset < offset);
        return place;
    }

    void Add(ProgramLines lines, SchedulerObject scheduler)
    {
        var types = scheduler.Types;
        for (int i = 0; i < lines.Starts.Length; i++)
        {
            ulong start = lines.Starts[i];
            if (start == 0 || i >= lines.FunctionTypes.Length || (int)lines.FunctionTypes[i] >= types.Count)
                continue;
            var places = new List<(int, LogPlace)>();
            for (int j = 0; j < lines.Addresses.Length; j++)
            {
                ulong address = lines.Addresses[j];
                if (address >= start && address < start + lines.Lengths[i])
                    places.Add(((int)(address - start), PlaceOf(lines.Lines.AsSpan(j * LineInfoWords, LineInfoWords), types)));
            }
            functions[types[(int)lines.FunctionTypes[i]].Name] = places;
        }
    }

    static LogPlace PlaceOf(ReadOnlySpan<uint> line, Btf.BtfTable types)
    {
        string text = types.StringAt((int)line[2]);
        return new LogPlace(types.StringAt((int)line[1]), (int)(line[3] >> ColumnBits), (int)(line[3] & ((1 << ColumnBits) - 1)), text.Trim())
        {
            TextColumn = text.Length - text.TrimStart().Length + 1,
        };
    }
}
