using System.CommandLine;
using System.Text.Json;
using Scx.Bindings.Tool.Btf;
using Scx.Bindings.Tool.Generate;
using Scx.Bindings.Tool.Import;

string root = SourceFolder();
var data = new Option<string>("--data") { Description = "Folder of the data files.", DefaultValueFactory = _ => Path.Combine(root, "data") };

var btf = new Option<string>("--btf", "--vmlinux") { Description = "Raw BTF (/sys/kernel/btf/vmlinux) or an ELF file with a .BTF section (an uncompressed vmlinux).", Required = true };
var kernel = new Option<string>("--kernel") { Description = "Series that the BTF is of, such as 7.4.", Required = true };
var source = new Option<string>("--source") { Description = "What the BTF was taken from, for the record.", DefaultValueFactory = _ => "a running kernel" };
var output = new Option<string?>("-o", "--output") { Description = "File to write; by default data/kernels/SERIES.json." };
var import = new Command("import", "Takes what the bindings need from a kernel's BTF.") { btf, kernel, source, output, data };
import.SetAction(arguments =>
{
    string folder = arguments.GetValue(data)!, series = arguments.GetValue(kernel)!;
    return Guarded(() =>
    {
        Overlay overlay = Overlay.Read(folder);
        KernelFacts facts = new Importer(BtfFile.Read(File.ReadAllBytes(arguments.GetValue(btf)!)), Wanted.From(overlay)).Import(series, arguments.GetValue(source)!);
        File.WriteAllText(arguments.GetValue(output) ?? Path.Combine(folder, "kernels", series + ".json"), facts.ToJson());
        foreach (string line in Wanted.Unknown(facts, overlay)) Console.WriteLine(line);
        return 0;
    });
});

var to = new Option<string>("--to") { Description = "Folder of the generated sources.", DefaultValueFactory = _ => Path.Combine(root, "../../src/Scx.Sdk/Generated") };
var check = new Option<bool>("--check") { Description = "Write nothing; exit with 1 if the sources differ from the data." };
var generate = new Command("generate", "Writes the Sdk's bindings from the data files.") { data, to, check };
generate.SetAction(arguments =>
{
    string folder = arguments.GetValue(data)!, sources = arguments.GetValue(to)!;
    return Guarded(() =>
    {
        if (!arguments.GetValue(check))
        {
            Generator.Write(folder, sources);
            return 0;
        }

        IReadOnlyList<string> outdated = Generator.Outdated(folder, sources);
        foreach (string name in outdated) Console.Error.WriteLine($"{name} is not what the data files say; run `generate`");
        return outdated.Count == 0 ? 0 : 1;
    });
});

return new RootCommand("Kernel bindings of Scx.Sdk: BTF in, C# out.") { import, generate }.Parse(args).Invoke();

static int Guarded(Func<int> command)
{
    try
    {
        return command();
    }
    catch (Exception problem) when (problem is IOException or InvalidDataException or UnauthorizedAccessException or JsonException)
    {
        Console.Error.WriteLine($"scx-bindings: {problem.Message}");
        return 1;
    }
}

// The tool runs from a checkout; its build output is below the folder that holds the solution.
static string SourceFolder()
{
    string? folder = AppContext.BaseDirectory;
    while (folder is not null && !File.Exists(Path.Combine(folder, "Scx.slnx"))) folder = Path.GetDirectoryName(folder);
    return Path.Combine(folder ?? Directory.GetCurrentDirectory(), "build", "bindings");
}
