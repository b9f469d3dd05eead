namespace Scx.Run;

/// <summary>Reads the command line, in two steps: which options there are depends on the file that is named in it.</summary>
static class CommandLineParser
{
    /// <summary>
    /// Finds the file: the first argument that ends in <c>.o</c>, else the first that is neither an option nor the value of one of
    /// scx-run's own.
    /// </summary>
    public static string? FindFile(IReadOnlyList<string> arguments)
    {
        string? first = null;
        for (int i = 0; i < arguments.Count; i++)
        {
            string argument = arguments[i];
            if (argument.StartsWith('-'))
            {
                if (GeneralOption.Find(argument) is { Value: not null })
                    i++;
                continue;
            }

            if (argument.EndsWith(".o", StringComparison.Ordinal))
                return argument;
            first ??= argument;
        }

        return first;
    }

    /// <summary>Reads the arguments.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="file">The file among them.</param>
    /// <param name="tunables">The options of the file's scheduler; null if the file has not been opened yet.</param>
    /// <exception cref="UsageException">An option is unknown or lacks its value.</exception>
    public static CommandLine Parse(IReadOnlyList<string> arguments, string? file, IReadOnlyList<Runtime.Tunable>? tunables)
    {
        var line = new CommandLine { File = file };
        bool fileSeen = false;
        for (int i = 0; i < arguments.Count; i++)
        {
            if (!fileSeen && arguments[i] == file)
                fileSeen = true;
            else if (arguments[i].StartsWith('-'))
                line = Option(line, arguments, ref i, tunables);
            else if (tunables is not null || file is null)
                throw new UsageException($"'{arguments[i]}' is neither an option nor the file, which is {file ?? "missing"}");
        }

        return line;
    }

    static CommandLine Option(CommandLine line, IReadOnlyList<string> arguments, ref int i, IReadOnlyList<Runtime.Tunable>? tunables)
    {
        string argument = arguments[i];
        int equals = argument.IndexOf('=', StringComparison.Ordinal);
        string name = equals < 0 ? argument : argument[..equals];
        string? value = equals < 0 ? null : argument[(equals + 1)..];

        if (GeneralOption.Find(name) is { } general)
        {
            if (general.Value is null && value is not null)
                throw new UsageException($"{name} takes no value");
            return general.Apply(line, general.Value is null ? "" : value ?? Next(name, arguments, ref i));
        }

        if (tunables is null)
            return line;
        if (tunables.FirstOrDefault(tunable => tunable.OptionName == name) is { } tunable)
        {
            value ??= tunable.Kind == Runtime.TunableKind.Flag ? "true" : Next(name, arguments, ref i);
            return line with { Settings = [.. line.Settings, (tunable.Name, value)] };
        }

        if (tunables.FirstOrDefault(tunable => tunable.Kind == Runtime.TunableKind.Flag && "--no-" + tunable.OptionName[2..] == name) is { } flag)
            return line with { Settings = [.. line.Settings, (flag.Name, "false")] };
        throw Unknown(name, tunables);
    }

    static string Next(string name, IReadOnlyList<string> arguments, ref int i) =>
        ++i < arguments.Count ? arguments[i] : throw new UsageException($"{name} needs a value");

    static UsageException Unknown(string name, IReadOnlyList<Runtime.Tunable> tunables)
    {
        var near = GeneralOption.All.Select(option => option.Name).Concat(tunables.Select(tunable => tunable.OptionName))
            .Select(known => (Name: known, Distance: Distance(name, known))).MinBy(pair => pair.Distance);
        return new UsageException($"unknown option '{name}'" + (near.Distance <= 2 ? $"; did you mean {near.Name}?" : "; see --help"));
    }

    // Levenshtein's: how many letters to insert, remove or replace.
    static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
