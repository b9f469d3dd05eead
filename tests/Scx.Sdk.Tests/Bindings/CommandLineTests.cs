using Scx.Bindings.Tool.Generate;

namespace Scx.Sdk.Tests.Bindings;

/// <summary>The tool as it is called.</summary>
public sealed class CommandLineTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("scx-bindings").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Check_fails_until_the_sources_are_written()
    {
        Assert.Equal(1, Run("generate", "--check", "--data", Repository.BindingData, "--to", folder));
        Assert.Empty(Directory.GetFiles(folder));
        Assert.Equal(0, Run("generate", "--data", Repository.BindingData, "--to", folder));
        Assert.Equal(0, Run("generate", "--check", "--data", Repository.BindingData, "--to", folder));
    }

    [Fact]
    public void Check_fails_on_a_source_that_is_no_longer_made()
    {
        Run("generate", "--data", Repository.BindingData, "--to", folder);
        File.WriteAllText(Path.Combine(folder, "Old.g.cs"), "");
        Assert.Equal(1, Run("generate", "--check", "--data", Repository.BindingData, "--to", folder));
    }

    [Fact]
    public void A_file_that_is_no_BTF_is_an_error_without_a_trace()
    {
        string file = Path.Combine(folder, "text");
        File.WriteAllText(file, new string('x', 100));
        Assert.Equal(1, Run("import", "--btf", file, "--kernel", "7.4", "--data", Repository.BindingData, "-o", Path.Combine(folder, "7.4.json")));
        Assert.False(File.Exists(Path.Combine(folder, "7.4.json")));
    }

    static int Run(params string[] arguments) => (int)typeof(Generator).Assembly.EntryPoint!.Invoke(null, [arguments])!;
}
