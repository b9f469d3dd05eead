using System.Reflection;

namespace Scx.Sdk.Tests;

public sealed class KernelHasTests
{
    [Fact]
    public void A_field_is_asked_for_by_the_names_of_struct_and_field()
    {
        var kernel = Older.Make();
        using (KernelScope.Enter(kernel.Kernel))
        {
            Assert.False(Kernel.Has<TaskStruct>(p => p.Scx.Tid));
            Assert.False(Kernel.Has((SchedExtEntity scx) => scx.Tid));
            Assert.True(Kernel.Has<TaskStruct>(p => p.Scx.Slice));
            Assert.True(Kernel.Has<TaskStruct>(p => p.Mm));
        }
        Assert.Equal(["sched_ext_entity.tid", "sched_ext_entity.tid", "sched_ext_entity.slice", "task_struct.scx", "task_struct.mm"], kernel.Asked);
    }

    [Fact]
    public void Functions_and_values_are_asked_for_by_name()
    {
        var kernel = Older.Make();
        using (KernelScope.Enter(kernel.Kernel))
        {
            Assert.True(Kernel.Has(Scheduler.DsqPeek));
            Assert.True(Kernel.Has(EnqFlags.Immed));
        }
        Assert.Equal(["scx_bpf_dsq_peek", "SCX_ENQ_IMMED"], kernel.Asked);
    }

    /// <summary>A kernel without ids of tasks.</summary>
    public class Older : DispatchProxy
    {
        public List<string> Asked { get; } = [];

        public IKernel Kernel => (IKernel)(object)this;

        public static Older Make() => (Older)(object)Create<IKernel, Older>();

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            Assert.Equal(nameof(IKernel.Has), targetMethod!.Name);
            Asked.Add((string)args![0]!);
            return Asked[^1] != "sched_ext_entity.tid";
        }
    }
}
