namespace Scx.Sdk.Tests;

public sealed class KernelHasTests
{
    [Fact]
    public void A_field_is_asked_for_by_the_names_of_struct_and_field()
    {
        var kernel = KernelWithout.Make("sched_ext_entity.tid");
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
        var kernel = KernelWithout.Make("sched_ext_entity.tid");
        using (KernelScope.Enter(kernel.Kernel))
        {
            Assert.True(Kernel.Has(Scheduler.DsqPeek));
            Assert.True(Kernel.Has(EnqFlags.Immed));
        }
        Assert.Equal(["scx_bpf_dsq_peek", "SCX_ENQ_IMMED"], kernel.Asked);
    }
}
