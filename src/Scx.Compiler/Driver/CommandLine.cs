using System.Collections.Immutable;
using Scx.Compiler.Backend;

namespace Scx.Compiler.Driver;

/// <summary>The stage whose result is wanted.</summary>
internal enum EmitKind
{
    Object,
    Assembly,
    Llvm,
    LlvmOptimized,
    Ir,
}

/// <summary>How messages are written.</summary>
internal enum MessageFormat
{
    Text,
    Sarif,
}

/// <summary>What scxc was asked to do.</summary>
internal sealed record CommandLine
{
    /// <summary>C# files, named as the user named them.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>csc's own arguments, from which sources, references and options are taken; null if sources are given.</summary>
    public string? ResponseFile { get; init; }

    /// <summary>File, or directory if it exists as one or ends with a slash; null for the working directory (objects) or standard output.</summary>
    public string? Output { get; init; }

    public EmitKind Emit { get; init; }

    public CpuLevel Cpu { get; init; } = BackendOptions.Default.Cpu;

    /// <summary>The one scheduler that is wanted; null for all.</summary>
    public string? Scheduler { get; init; }

    public ImmutableArray<string> References { get; init; } = [];

    /// <summary>Paths in the object are relative to it.</summary>
    public string? ProjectDirectory { get; init; }

    /// <summary>Directories and what paths below them begin with in the object.</summary>
    public ImmutableArray<KeyValuePair<string, string>> PathMap { get; init; } = [];

    /// <summary>Gets the path of each file written, one a line.</summary>
    public string? ListOutputs { get; init; }

    public bool Color { get; init; } = true;

    public MessageFormat Format { get; init; }

    /// <summary>Set by builds in which csc has shown the warnings already.</summary>
    public bool ErrorsOnly { get; init; }

    public bool Time { get; init; }

    public bool Help { get; init; }

    /// <summary>The id whose page is wanted.</summary>
    public string? Explain { get; init; }

    public bool Version { get; init; }

    /// <summary>Whether the output is a directory.</summary>
    public bool OutputIsDirectory => Output is { } output && (output.EndsWith('/') || Directory.Exists(output));

    /// <exception cref="UsageException">They make no sense.</exception>
    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        var line = new CommandLine();
        bool onlyFiles = false;
        for (int i = 0; i < arguments.Count; i++)
        {
            string argument = arguments[i];
            if (onlyFiles || argument.Length < 2 || argument[0] != '-')
                line = line.WithInput(argument);
            else if (argument == "--")
                onlyFiles = true;
            else
                line = line.WithOption(argument, () =>
                    ++i < arguments.Count ? arguments[i] : throw new UsageException($"{argument} needs a value"));
        }
        return line.Help || line.Version || line.Explain is not null ? line : line.Checked();
    }

    CommandLine WithInput(string argument)
    {
        if (argument is not ['@', .. var file])
            return this with { Sources = Sources.Add(argument) };
        return ResponseFile is null ? this with { ResponseFile = file } : throw new UsageException("More than one response file is given");
    }

    CommandLine WithOption(string argument, Func<string> next)
    {
        int equals = argument.StartsWith("--", StringComparison.Ordinal) ? argument.IndexOf('=') : -1;
        string option = equals < 0 ? argument : argument[..equals];
        string Value() => equals < 0 ? next() : argument[(equals + 1)..];
        CommandLine Flag(CommandLine line) => equals < 0 ? line : throw new UsageException($"{option} takes no value");
        return option switch
        {
            "-o" or "--output" => this with { Output = Value() },
            "--emit" => this with { Emit = EmitOf(Value()) },
            "--mcpu" => this with { Cpu = CpuOf(Value()) },
            "--scheduler" => this with { Scheduler = Value() },
            "-r" or "--reference" => this with { References = References.Add(Value()) },
            "--project-dir" => this with { ProjectDirectory = Value() },
            "--path-map" => this with { PathMap = PathMap.Add(MappingOf(Value())) },
            "--list-outputs" => this with { ListOutputs = Value() },
            "--explain" => this with { Explain = Value() },
            "--format" => this with { Format = FormatOf(Value()) },
            "--no-color" => Flag(this with { Color = false }),
            "--errors-only" => Flag(this with { ErrorsOnly = true }),
            "--time" => Flag(this with { Time = true }),
            "-h" or "--help" => Flag(this with { Help = true }),
            "--version" => Flag(this with { Version = true }),
            _ => throw new UsageException($"Unknown option '{option}'"),
        };
    }

    CommandLine Checked() => this switch
    {
        { Sources: [], ResponseFile: null } => throw new UsageException("No C# file is given"),
        { Format: MessageFormat.Sarif, Output: null, Emit: not EmitKind.Object } =>
            throw new UsageException("Both the result and the messages would go to standard output; name a file with -o"),
        { Sources: not [], ResponseFile: not null } => throw new UsageException("C# files and a response file are both given"),
        _ => this,
    };

    /// <exception cref="UsageException">There is no such format.</exception>
    public static MessageFormat FormatOf(string name) => name switch
    {
        "text" => MessageFormat.Text,
        "sarif" => MessageFormat.Sarif,
        _ => throw new UsageException($"'{name}' is none of text, sarif"),
    };

    static EmitKind EmitOf(string name) => name switch
    {
        "object" => EmitKind.Object,
        "asm" => EmitKind.Assembly,
        "llvm" => EmitKind.Llvm,
        "llvm-opt" => EmitKind.LlvmOptimized,
        "ir" => EmitKind.Ir,
        _ => throw new UsageException($"'{name}' is none of object, asm, llvm, llvm-opt, ir"),
    };

    static CpuLevel CpuOf(string name) => name switch
    {
        "v3" => CpuLevel.V3,
        "v4" => CpuLevel.V4,
        _ => throw new UsageException($"'{name}' is none of v3, v4"),
    };

    static KeyValuePair<string, string> MappingOf(string text) =>
        text.IndexOf('=') is > 0 and var equals
            ? new(text[..equals], text[(equals + 1)..])
            : throw new UsageException($"'{text}' is not of the form DIRECTORY=NAME");
}
