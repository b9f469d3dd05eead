using Scx.Bindings.Tool.Btf;
using Scx.Bindings.Tool.Import;

namespace Scx.Sdk.Tests.Bindings;

/// <summary>From BTF to facts, on a kernel of a few types.</summary>
public sealed class ImporterTests
{
    static readonly WantedNames Wanted = new(
        new HashSet<string> { "bpf_task_release" }, new HashSet<string> { "__scx_bpf_now" },
        new HashSet<string> { "scx_enq_flags" }, new HashSet<string> { "kuid_t", "task_struct" }, ["sched_"], new HashSet<string> { "do_exit", "wake_up_process" });

    [Fact]
    public void Callbacks_take_the_names_of_the_stubs() => Assert.Equal("void (s32 cpu, task_struct *prev__nullable)", Facts().Callbacks["dispatch"]);

    [Fact]
    public void The_rest_of_the_table_are_scalars() => Assert.Equal(("u64", "char[16]"), (Facts().Scalars["flags"], Facts().Scalars["name"]));

    [Fact]
    public void Hidden_arguments_and_implementations_are_left_out()
    {
        SortedDictionary<string, string> functions = Facts().Functions;
        Assert.Equal(["bpf_task_release", "scx_bpf_create_dsq"], functions.Keys);
        Assert.Equal("s32 (u64 dsq_id)", functions["scx_bpf_create_dsq"]);
    }

    [Fact]
    public void Enums_keep_all_64_bits() => Assert.Equal(("u64", "4294967296"), (Facts().Enums["scx_enq_flags"].Type, Facts().Enums["scx_enq_flags"].Values["SCX_ENQ_PREEMPT"]));

    [Fact]
    public void Fields_are_found_through_unnamed_members_and_typedefs() =>
        Assert.Equal(["pid:s32", "on_rq:s32"], Facts().Structs["task_struct"].Select(field => $"{field.Key}:{field.Value}"));

    [Fact]
    public void Structs_without_a_name_are_found_by_their_typedefs() => Assert.Equal([KeyValuePair.Create("val", "s32")], Facts().Structs["kuid_t"]);

    [Fact]
    public void Tracepoints_are_known_by_what_programs_get() => Assert.Equal(["sched_switch:bool, task_struct *", "sched_tick:"], Facts().Tracepoints!.Select(t => $"{t.Key}:{t.Value}"));

    [Fact]
    public void Functions_that_programs_attach_to_are_known_by_their_types() =>
        Assert.Equal(["do_exit:void (s32)", "wake_up_process:s32 (task_struct *)"], Facts().Attachable!.Select(f => $"{f.Key}:{f.Value}"));

    [Fact]
    public void A_kernel_without_sched_ext_is_named_as_such()
    {
        var builder = new BtfBuilder();
        builder.Integer("int", 4, signed: true);
        var problem = Assert.Throws<InvalidDataException>(() => new Importer(BtfFile.Read(builder.Build()), Wanted).Import("7.3", "test"));
        Assert.Contains("CONFIG_SCHED_CLASS_EXT", problem.Message);
    }

    [Fact]
    public void What_is_not_BTF_is_refused() => Assert.Throws<InvalidDataException>(() => BtfFile.Read("not BTF at all, whatever it is"u8));

    [Fact]
    public void BTF_that_is_cut_short_is_refused()
    {
        var builder = new BtfBuilder();
        builder.Struct("task_struct", 8, ("pid", builder.Integer("int", 4, signed: true), 0));
        byte[] whole = builder.Build();
        for (int length = 0; length < whole.Length; length++)
            Assert.Throws<InvalidDataException>(() => BtfFile.Read(whole.AsSpan(0, length)));
        Assert.Equal(3, BtfFile.Read(whole).Types.Count);
    }

    static KernelFacts Facts()
    {
        var btf = new BtfBuilder();
        uint s32 = btf.Integer("int", 4, signed: true), u64 = btf.Integer("unsigned long", 8, signed: false), character = btf.Integer("char", 1, signed: true);
        uint pid = btf.Typedef("pid_t", s32);
        uint inner = btf.Struct("", 4, ("on_rq", s32, 0));
        btf.Typedef("kuid_t", btf.Struct("", 4, ("val", s32, 0)));
        uint task = btf.Struct("task_struct", 8, ("pid", pid, 0), ("", inner, 32));
        uint taskPointer = btf.Pointer(task);
        uint auxPointer = btf.Pointer(btf.Const(btf.Struct("bpf_prog_aux", 1)));

        uint dispatch = btf.Prototype(0, ("", s32), ("", taskPointer));
        btf.Function("sched_ext_ops__dispatch", btf.Prototype(0, ("cpu", s32), ("prev__nullable", taskPointer)));
        btf.Struct("sched_ext_ops", 32, ("dispatch", btf.Pointer(dispatch), 0), ("flags", u64, 64), ("name", btf.Array(character, 16), 128));

        uint createDsq = btf.Prototype(s32, ("dsq_id", u64), ("aux", auxPointer));
        btf.Function("scx_bpf_create_dsq", createDsq);
        btf.Function("scx_bpf_create_dsq_impl", createDsq);
        btf.Function("__scx_bpf_now", btf.Prototype(u64));
        btf.Function("bpf_task_release", btf.Prototype(0, ("p", taskPointer)));
        btf.Function("do_exit", btf.Prototype(0, ("code", s32)));
        btf.Function("wake_up_process", btf.Prototype(s32, ("p", taskPointer)));
        btf.Function("something_else", btf.Prototype(0));
        btf.Enum64("scx_enq_flags", ("SCX_ENQ_WAKEUP", 1), ("SCX_ENQ_PREEMPT", 1UL << 32));
        uint data = btf.Pointer(0), boolean = btf.Boolean();
        btf.Typedef("btf_trace_sched_switch", btf.Pointer(btf.Prototype(0, ("", data), ("", boolean), ("", taskPointer))));
        btf.Typedef("btf_trace_sched_tick", btf.Pointer(btf.Prototype(0, ("", data))));
        btf.Typedef("btf_trace_xfs_iomap", btf.Pointer(btf.Prototype(0, ("", data))));
        btf.Typedef("btf_trace_sched_odd", s32);
        return new Importer(BtfFile.Read(btf.Build()), Wanted).Import("7.3", "test");
    }
}
