using System.Reflection;
using Scx.Bindings;
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
    public void Callbacks_of_the_cid_form_are_those_of_the_kernel()
    {
        KernelFacts[] having = [.. Kernels.Where(kernel => kernel.CidCallbacks is not null)];
        Assert.Equal(["7.2", "7.3"], having.Select(kernel => kernel.Kernel));
        string since = typeof(CidScheduler).GetCustomAttribute<OpsTableAttribute>(false)!.Since!;
        MethodInfo[] own = [.. typeof(CidScheduler).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)];
        CallbackAttribute[] callbacks = [.. own.Select(method => method.GetCustomAttribute<CallbackAttribute>(false)).OfType<CallbackAttribute>()];
        Assert.All(callbacks, callback => Assert.Equal(
            having.First(kernel => kernel.CidCallbacks!.ContainsKey(callback.Name)).Kernel, callback.Since ?? since));
        Assert.All(callbacks, callback => Assert.Contains(callback.CpuForm ?? callback.Name, Overlay.Rules.Callbacks.Keys));

        // What the form has not is closed, and what it has is there but for sub-schedulers.
        HashSet<string> closed = [.. own.Where(method => method.IsFinal).Select(Callback)];
        SortedDictionary<string, string> newest = having[^1].CidCallbacks!;
        Assert.DoesNotContain(closed, name => name != "enable" && newest.ContainsKey(name));
        string[] inherited = [.. Overlay.Callbacks.Callbacks.Keys.Except(closed)];
        Assert.Equal(["sub_attach", "sub_caps_updated", "sub_detach", "sub_ecaps_updated"], newest.Keys.Except(inherited).Except(callbacks.Select(callback => callback.Name)).Order());
        Assert.Empty(inherited.Except(newest.Keys));

        static string Callback(MethodInfo method) => method.GetBaseDefinition().GetCustomAttribute<CallbackAttribute>(false)!.Name;
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
