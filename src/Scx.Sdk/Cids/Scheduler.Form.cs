using Scx.Bindings;

namespace Scx;

[OpsTable("sched_ext_ops")]
public abstract partial class Scheduler;
