using System.Reflection;

namespace Scx.Sdk.Tests;

/// <summary>A kernel that has all but some things, and that is asked for nothing else but the running task.</summary>
public class KernelWithout : DispatchProxy
{
    private string[] missing = [];

    /// <summary>What was asked for, in order.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>Itself.</summary>
    public IKernel Kernel => (IKernel)(object)this;

    /// <summary>The task on whose behalf it calls.</summary>
    public TaskStruct? Running { get; set; }

    /// <summary>A kernel without these.</summary>
    /// <param name="missing">Names as <see cref="IKernel.Has"/> is given them.</param>
    public static KernelWithout Make(params string[] missing)
    {
        var made = (KernelWithout)(object)Create<IKernel, KernelWithout>();
        made.missing = missing;
        return made;
    }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod!.Name == nameof(IKernel.GetCurrentTask))
            return Running;
        Assert.Equal(nameof(IKernel.Has), targetMethod.Name);
        Asked.Add((string)args![0]!);
        return !missing.Contains(Asked[^1]);
    }
}
