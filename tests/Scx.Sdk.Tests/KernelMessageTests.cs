namespace Scx.Sdk.Tests;

/// <summary>Messages read under .NET as the kernel prints them.</summary>
public sealed class KernelMessageTests
{
    [Flags]
    enum Bits
    {
        One = 1,
        Four = 4,
    }

    [Fact]
    public void Holes_are_printed_as_the_kernel_does()
    {
        int small = -3;
        KernelMessage message = $"{small} {small,5}|{small,-5}|{small:x} {(byte)10:X2} {7u:d4} {true} {'c'} {Bits.One | Bits.Four} {"text"} 100%";
        Assert.Equal("-3    -3|-3   |fffffffd 0A 0007 True c 5 text 100%", message.Text());
    }

    [Fact]
    public void Messages_reach_the_kernel_in_scope()
    {
        var kernel = FakeKernel.Create();
        using var scope = KernelScope.Enter(kernel.Kernel);
        Scheduler.Error($"{1} is wrong");
        Scheduler.ExitWith(3, "enough");
        Scheduler.DumpPrint($"{2}\n");
        Scheduler.Printk("line");
        Assert.Equal(["Error", "ExitWith", "DumpPrint", "Printk"], kernel.Calls);
    }
}
