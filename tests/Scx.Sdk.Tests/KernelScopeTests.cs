namespace Scx.Sdk.Tests;

public sealed class KernelScopeTests
{
    [Fact]
    public void Without_a_kernel_the_error_says_so()
    {
        var problem = Assert.Throws<InvalidOperationException>(() => Scheduler.Now());
        Assert.Contains("No kernel is in scope", problem.Message);
    }

    [Fact]
    public void A_kernel_function_reaches_the_kernel_in_scope()
    {
        FakeKernel fake = FakeKernel.Create();
        using (KernelScope.Enter(fake.Kernel)) Scheduler.KickCpu(1, KickFlags.Idle);
        Assert.Equal(["KickCpu"], fake.Calls);
    }

    [Fact]
    public void Scopes_nest()
    {
        FakeKernel outer = FakeKernel.Create(), inner = FakeKernel.Create();
        using (KernelScope.Enter(outer.Kernel))
        {
            using (KernelScope.Enter(inner.Kernel)) Assert.Same(inner.Kernel, KernelScope.Current);
            Assert.Same(outer.Kernel, KernelScope.Current);
        }

        Assert.Throws<InvalidOperationException>(() => KernelScope.Current);
    }

    [Fact]
    public async Task Scopes_of_parallel_flows_do_not_meet()
    {
        FakeKernel a = FakeKernel.Create(), b = FakeKernel.Create();
        await Task.WhenAll(Run(a), Run(b));

        static async Task Run(FakeKernel fake)
        {
            using (KernelScope.Enter(fake.Kernel))
            {
                await Task.Yield();
                Assert.Same(fake.Kernel, KernelScope.Current);
            }
        }
    }

    [Fact]
    public void An_owned_task_is_released_by_disposing_and_shares_the_state_of_the_lent_one()
    {
        FakeKernel fake = FakeKernel.Create();
        var task = new TaskStruct { Pid = 42 };
        fake.Answer = new TaskReference(task);
        using (KernelScope.Enter(fake.Kernel))
        {
            using TaskReference? owned = Scheduler.TaskFromPid(42);
            Assert.NotNull(owned);
            owned.Scx.Slice = 7;
            Assert.Equal(42, owned.Pid);
        }

        Assert.Equal(7UL, task.Scx.Slice);
        Assert.Equal(["TaskFromPid", "Release"], fake.Calls);
    }

    [Theory]
    [InlineData(1, 2, true)]
    [InlineData(2, 1, false)]
    [InlineData(1, 1, false)]
    [InlineData(ulong.MaxValue, 1, true)]
    public void Virtual_time_wraps_around(ulong a, ulong b, bool before) => Assert.Equal(before, Scheduler.VtimeBefore(a, b));
}
