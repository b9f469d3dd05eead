using System.Reflection;

namespace Scx.Sdk.Tests;

/// <summary>A kernel that remembers what it was asked and answers with nothing.</summary>
public class FakeKernel : DispatchProxy
{
    public List<string> Calls { get; } = [];

    public int Cpu { get; set; }

    public object? Answer { get; set; }

    public IKernel Kernel => (IKernel)(object)this;

    public static FakeKernel Create() => (FakeKernel)(object)Create<IKernel, FakeKernel>();

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod!.Name == "get_CurrentCpu") return Cpu;
        Calls.Add(targetMethod.Name);
        return Answer ?? (targetMethod.ReturnType.IsValueType && targetMethod.ReturnType != typeof(void)
            ? Activator.CreateInstance(targetMethod.ReturnType) : null);
    }
}
