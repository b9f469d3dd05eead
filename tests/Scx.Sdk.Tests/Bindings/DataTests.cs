using Scx.Bindings.Tool.Generate;
using Scx.Bindings.Tool.Import;

namespace Scx.Sdk.Tests.Bindings;

/// <summary>The data files fit together, and the committed sources are what they say.</summary>
public sealed class DataTests
{
    static readonly Overlay Overlay = Overlay.Read(Repository.BindingData);
    static readonly IReadOnlyList<KernelFacts> Kernels = KernelFacts.ReadAll(Path.Combine(Repository.BindingData, "kernels"));

    public static TheoryData<string> Series => [.. Kernels.Select(kernel => kernel.Kernel)];

    [Fact]
    public void The_generated_sources_are_up_to_date() =>
        Assert.Empty(Generator.Outdated(Repository.BindingData, Repository.Generated));

    [Theory]
    [MemberData(nameof(Series))]
    public void Nothing_of_a_kernel_has_been_overlooked(string series) => Assert.Empty(Wanted.Unknown(Kernel(series), Overlay));

    [Theory]
    [MemberData(nameof(Series))]
    public void Every_callback_of_a_kernel_is_bound_or_of_the_cid_form_only(string series)
    {
        IEnumerable<string> missing = Kernel(series).Callbacks.Keys
            .Where(name => !Overlay.Callbacks.Callbacks.ContainsKey(name) && !Overlay.Rules.Callbacks[name].CidFormOnly);
        Assert.Empty(missing);
    }

    [Fact]
    public void Callbacks_keep_their_types_from_kernel_to_kernel()
    {
        foreach (string name in Overlay.Callbacks.Callbacks.Keys)
        {
            IEnumerable<string> prototypes = Kernels.Where(kernel => kernel.Callbacks.ContainsKey(name))
                .Select(kernel => Prototype.Parse(kernel.Callbacks[name]).ToString()).Distinct();
            Assert.Single(prototypes);
        }
    }

    [Fact]
    public void Bound_functions_keep_their_types_from_kernel_to_kernel()
    {
        foreach (string symbol in Overlay.Kfuncs.Functions.Values.SelectMany(item => item.Forms))
        {
            IEnumerable<string> prototypes = Kernels.Where(kernel => kernel.Functions.ContainsKey(symbol))
                .Select(kernel => Prototype.Parse(kernel.Functions[symbol]).ToString()).Distinct();
            Assert.Single(prototypes);
        }
    }

    [Fact]
    public void No_argument_is_hidden_from_programs_in_the_prototypes()
    {
        foreach (KernelFacts kernel in Kernels)
            Assert.DoesNotContain(kernel.Functions.Values, prototype => prototype.Contains("bpf_prog_aux", StringComparison.Ordinal));
    }

    [Fact]
    public void The_pinned_data_stay_small()
    {
        long size = Directory.GetFiles(Repository.BindingData, "*.json", SearchOption.AllDirectories).Sum(path => new FileInfo(path).Length);
        Assert.InRange(size, 1, 600_000);
    }

    static KernelFacts Kernel(string series) => Kernels.Single(kernel => kernel.Kernel == series);
}
