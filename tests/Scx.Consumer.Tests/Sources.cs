namespace Scx.Consumer.Tests;

/// <summary>Schedulers that a user might begin with.</summary>
internal static class Sources
{
    /// <summary>A scheduler of one queue.</summary>
    public static string Fifo(string className, string name, int queue = 0) => $$"""
        namespace Mine;

        [SchedExtOps("{{name}}")]
        public sealed class {{className}} : Scheduler
        {
            const ulong Queue = {{queue}};

            [Tunable("Count what is enqueued")]
            readonly bool count;

            ulong enqueued;

            public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
            {
                if (count)
                    enqueued++;
                DsqInsert(p, Queue, Slice.Default, enqFlags);
            }

            public override void Dispatch(int cpu, TaskStruct? prev) => DsqMoveToLocal(Queue);

            public override int Init() => CreateDsq(Queue);
        }
        """;

    /// <summary>The same with a way through Enqueue that leaves the task to the watchdog.</summary>
    public static string Forgetful(string className, string name) => Fifo(className, name)
        .Replace("        if (count)\n            enqueued++;\n", "        if (count)\n            return;\n        enqueued++;\n", StringComparison.Ordinal);

    /// <summary>The same with a float at line 15, column 13.</summary>
    public static string WithFloat(string className, string name) => Fifo(className, name)
        .Replace("        if (count)\n", "        var share = 1.5f;\n        if (count)\n", StringComparison.Ordinal);
}
