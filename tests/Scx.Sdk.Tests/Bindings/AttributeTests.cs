using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Scx.Bindings;

namespace Scx.Sdk.Tests.Bindings;

/// <summary>What the bindings tell the compiler and the reader.</summary>
public sealed partial class AttributeTests
{
    static readonly MethodInfo[] Methods = [.. typeof(Scheduler).Assembly.GetExportedTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))];

    static readonly MethodInfo[] Kfuncs = [.. Methods.Where(method => method.IsDefined(typeof(KfuncAttribute)))];

    static readonly MethodInfo[] Callbacks = [.. Methods.Where(method => method.IsDefined(typeof(CallbackAttribute), false))];

    static readonly HashSet<string> CallbackNames = [.. Callbacks.Select(method => method.GetCustomAttribute<CallbackAttribute>()!.Name)];

    [Fact]
    public void Callbacks_are_virtual_methods_of_base_classes() =>
        Assert.All(Callbacks, method => Assert.True(method.IsVirtual && !method.IsAbstract && method.DeclaringType!.IsDefined(typeof(OpsTableAttribute), false)));

    [Fact]
    public void Every_kernel_function_has_a_body_of_its_own_in_the_interface()
    {
        HashSet<string> answered = [.. typeof(IKernel).GetMethods().Select(method => method.Name)];
        Assert.All(
            // State in the scheduler's own memory is answered as a whole (IKernel.Objects.cs), counting by no kernel; the CPUs of a set are asked for one by one.
            Kfuncs.Where(method => method.Name is not (nameof(IDisposable.Dispose) or "MoveNext" or nameof(Cpumask.Cpus)) && !method.IsDefined(typeof(SectionAttribute))
                && (method.DeclaringType == typeof(Scheduler) || method.DeclaringType!.IsDefined(typeof(KernelStructAttribute), true))),
            method => Assert.True(answered.Contains(method.Name) || answered.Contains(method.DeclaringType!.Name + method.Name), method.Name));
    }

    [Fact]
    public void Prototypes_follow_the_grammar() => Assert.All(Forms(), form =>
    {
        Assert.Matches(PrototypeGrammar(), form.Prototype);
        if (form.ArgumentFields is { } fields) Assert.Matches(FieldGrammar(), fields);
        Assert.Equal(form.ArgumentStruct is null, form.ArgumentFields is null);
    });

    [Fact]
    public void Orders_of_arguments_name_each_once() => Assert.All(Forms(), form => Assert.Equal(
        Enumerable.Range(0, form.ArgumentOrder?.Length ?? 0), (form.ArgumentOrder ?? []).Order()));

    [Fact]
    public void What_begins_a_section_returns_the_scope_that_ends_it()
    {
        MethodInfo[] sections = [.. Methods.Where(method => method.IsDefined(typeof(SectionAttribute)))];
        Assert.NotEmpty(sections);
        Assert.All(sections.Where(method => !method.GetCustomAttribute<SectionAttribute>()!.Ends), method =>
        {
            Assert.True(method.ReturnType.IsByRefLike && method.ReturnType.IsDefined(typeof(ScopeAttribute)), method.Name);
            SectionAttribute end = method.ReturnType.GetMethod("Dispose")!.GetCustomAttribute<SectionAttribute>()!;
            Assert.True(end.Ends);
            Assert.Equal(method.GetCustomAttribute<SectionAttribute>()!.Kind, end.Kind);
        });
    }

    [Fact]
    public void Only_callbacks_that_exist_are_named() => Assert.All(
        Methods.Select(method => method.GetCustomAttribute<AllowedInAttribute>()).OfType<AllowedInAttribute>(),
        allowed => Assert.All(allowed.Callbacks, name => Assert.Contains(name, CallbackNames.Append("syscall"))));

    [Fact]
    public void The_last_form_is_the_one_that_the_oldest_kernels_have() => Assert.All(Kfuncs, method =>
    {
        KfuncAttribute[] forms = [.. method.GetCustomAttributes<KfuncAttribute>()];
        Assert.All(forms.SkipLast(1), form => Assert.True(form.Since is not null, $"{method.Name}: {form.Symbol} hides the forms after it"));
    });

    [Fact]
    public void Acquired_objects_are_disposable() => Assert.All(
        Kfuncs.Where(method => Flags(method).HasFlag(KernelFunctionFlags.Acquire)),
        method => Assert.True(method.ReturnType.IsAssignableTo(typeof(IDisposable)), method.Name));

    [Fact]
    public void Results_that_may_be_null_say_so()
    {
        var nullability = new NullabilityInfoContext();
        Assert.All(Kfuncs.Where(method => !method.ReturnType.IsValueType && method.ReturnType != typeof(void)), method => Assert.Equal(
            Flags(method).HasFlag(KernelFunctionFlags.MayReturnNull),
            nullability.Create(method.ReturnParameter).ReadState == NullabilityState.Nullable));
    }

    [Fact]
    public void Documentation_names_the_kernel_symbols()
    {
        Dictionary<string, string> docs = XDocument.Load(Path.ChangeExtension(typeof(Scheduler).Assembly.Location, ".xml"))
            .Descendants("member").GroupBy(member => MemberName(member.Attribute("name")!.Value))
            .ToDictionary(group => group.Key, group => string.Concat(group.Select(member => member.ToString())));
        Assert.All(Kfuncs, method => Assert.All(
            method.GetCustomAttributes<KfuncAttribute>(), form => Assert.Contains(form.Symbol, docs[Name(method)])));
        Assert.All(Callbacks, method => Assert.Contains(
            method.DeclaringType!.GetCustomAttribute<OpsTableAttribute>(false)!.Name + "." + method.GetCustomAttribute<CallbackAttribute>()!.Name, docs[Name(method)]));
    }

    [Fact]
    public void Kernel_objects_cannot_be_made_by_schedulers()
    {
        IEnumerable<Type> kernelTypes = typeof(Scheduler).Assembly.GetExportedTypes().Where(type => type.IsDefined(typeof(KernelStructAttribute), true));
        Assert.All(kernelTypes, type => Assert.Empty(type.GetConstructors()));
    }

    [Fact]
    public void Only_what_the_kernel_lets_schedulers_write_can_be_set()
    {
        IEnumerable<string> settable = typeof(Scheduler).Assembly.GetExportedTypes().SelectMany(type => type.GetProperties())
            .Where(property => property.IsDefined(typeof(KernelFieldAttribute)) && property.SetMethod is { IsPublic: true })
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}").Order();
        Assert.Equal(["SchedExtEntity.Disallow", "SchedExtEntity.DsqVtime", "SchedExtEntity.Slice"], settable);
    }

    static IEnumerable<KfuncAttribute> Forms() => Kfuncs.SelectMany(method => method.GetCustomAttributes<KfuncAttribute>());

    static KernelFunctionFlags Flags(MethodInfo method) => method.GetCustomAttribute<KernelFunctionFlagsAttribute>()?.Flags ?? default;

    static string Name(MethodInfo method) => method.IsSpecialName
        ? $"P:{method.DeclaringType!.FullName}.{method.Name["get_".Length..]}"
        : $"M:{method.DeclaringType!.FullName}.{method.Name}{(method.IsGenericMethod ? $"``{method.GetGenericArguments().Length}" : "")}";

    static string MemberName(string id) => id.Split('(')[0];

    [GeneratedRegex(@"^(const )?\w+( \*+)? \(((const )?\w+( \*+)?(, ((const )?\w+( \*+)?|\w+ \(\*\)\(\w+( \*)?(, \w+( \*)?)*\)))*)?\)$")]
    private static partial Regex PrototypeGrammar();

    [GeneratedRegex(@"^[su](8|16|32|64) \w+(; [su](8|16|32|64) \w+)*$")]
    private static partial Regex FieldGrammar();
}
