namespace Scx.Diagnostics.Tests;

/// <summary>The forms that the kernel's words have had, one by one, in a log of the smallest kind.</summary>
public class KernelWordsTests
{
    [Theory]
    [InlineData("R1 invalid mem access 'ptr_or_null_'", "SCX9001")]
    [InlineData("Possibly NULL pointer passed to helper R2", "SCX9001")]
    [InlineData("R0 pointer arithmetic on map_value_or_null prohibited, null-check it first", "SCX9001")]
    [InlineData("invalid access to map value, value_size=8 off=64 size=8\nR2 max value is outside of the allowed memory range", "SCX9002")]
    [InlineData("R1 min value is negative, either use unsigned index or do a if (index >=0) check.", "SCX9002")]
    [InlineData("R1 unbounded memory access, make sure to bounds check any such access", "SCX9002")]
    [InlineData("math between map_value pointer and register with unbounded min value is not allowed", "SCX9002")]
    [InlineData("R2 unbounded memory access, use 'var &= const' or 'if (var < const)'", "SCX9003")]
    [InlineData("R2 min value is negative, either use unsigned or 'var &= const'", "SCX9003")]
    [InlineData("R1 invalid mem access 'inv'", "SCX9004")]
    [InlineData("R1 type=scalar expected=fp, pkt, pkt_meta", "SCX9004")]
    [InlineData("R1 type=untrusted_ptr_ expected=ptr_, trusted_ptr_, rcu_ptr_", "SCX9005")]
    [InlineData("R1 must be referenced or trusted", "SCX9005")]
    [InlineData("kernel func bpf_cpumask_copy requires RCU critical section protection", "SCX9005")]
    [InlineData("R1 cannot write into ptr_task_struct at off=100 size=4", "SCX9006")]
    [InlineData("access beyond struct task_struct at off 20000 size 8", "SCX9007")]
    [InlineData("bpf_spin_lock cannot be accessed directly by load/store", "SCX9007")]
    [InlineData("store to referenced kptr disallowed", "SCX9008")]
    [InlineData("R3 !read_ok", "SCX9009")]
    [InlineData("Unreleased reference id=3 alloc_insn=5\nBPF_EXIT instruction in main prog would lead to reference leak", "SCX9011")]
    [InlineData("R1 type=scalar expected=ringbuf_mem", "SCX9012")]
    [InlineData("Expected an initialized dynptr as R1", "SCX9012")]
    [InlineData("Expected an initialized dynptr as arg #0", "SCX9012")]
    [InlineData("expected an initialized iter_scx_dsq as R1", "SCX9013")]
    [InlineData("BPF_EXIT instruction in main prog cannot be used inside bpf_spin_lock-ed region", "SCX9014")]
    [InlineData("bpf_spin_unlock of different lock", "SCX9014")]
    [InlineData("function calls are not allowed while holding a lock", "SCX9014")]
    [InlineData("unmatched rcu read unlock (kernel function bpf_rcu_read_unlock)", "SCX9015")]
    [InlineData("bpf_spin_lock at off=16 must be held for bpf_rb_root", "SCX9016")]
    [InlineData("BPF program is too large. Processed 1000001 insn", "SCX9017")]
    [InlineData("combined stack size of 2 calls is 544. Too large", "SCX9018")]
    [InlineData("recursive call from f() to f()", "SCX9019")]
    [InlineData("helper call might sleep in a non-sleepable prog", "SCX9022")]
    [InlineData("program of this type cannot use helper bpf_get_stack#67", "SCX9023")]
    [InlineData("invalid func unknown#195896080", "SCX9032")]
    [InlineData("R2 must be a known constant", "SCX9024")]
    [InlineData("At callback return the register R0 has smin=2 smax=2 should have been in [0, 1]", "SCX9024")]
    [InlineData("struct ops programs must have a GPL compatible license", "SCX9028")]
    [InlineData("something that no kernel has said yet", "SCX9999")]
    public void Reason_is_recognised(string words, string id)
    {
        string log = $"""
            0: R1=ctx() R10=fp0
            ; total += values[i]; @ Simple.cs:40
            12: (79) r1 = *(u64 *)(r2 +0)
            {words}
            verification time 90 usec
            stack depth 0
            processed 13 insns (limit 1000000) max_states_per_insn 0 total_states 1 peak_states 1 mark_read 1
            """;
        var finding = KernelLog.ReadProgram("simple_running", "running", log);
        Assert.Equal(id, finding?.Id);
        Assert.Equal("Simple.cs:40", finding!.Place?.ToString());
        Assert.DoesNotMatch(@"\{|\bR\d\b", id == "SCX9999" ? "" : finding.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("processed 0 insns (limit 1000000) max_states_per_insn 0 total_states 0 peak_states 0 mark_read 0\n")]
    [InlineData("Global function simple_enqueue() doesn't return scalar. Only those are supported.\n0: R1=ctx() R10=fp0\nprocessed 5 insns (limit 1000000) max_states_per_insn 0 total_states 0 peak_states 0 mark_read 0\n")]
    public void Log_of_what_was_accepted_says_nothing(string log) => Assert.Null(KernelLog.ReadProgram("", "", log));

    [Theory]
    [InlineData("libbpf: extern (func ksym) 'scx_bpf_cpu_rq': not found in kernel or module BTFs", "SCX9032", "scx_bpf_cpu_rq")]
    [InlineData("libbpf: prog 'x_enqueue': relo #0: failed to resolve CO-RE relocation <byte_off> [10] struct task_struct.gone (0:1 @ offset 8)", "SCX9032", "gone")]
    [InlineData("libbpf: failed to find kernel BTF type ID of 'sched_ext_ops': -3", "SCX9032", "sched_ext_ops")]
    [InlineData("libbpf: map 'runs': failed to create: Argument list too long(-7)", "SCX9029", "runs")]
    public void Loader_is_understood(string line, string id, string name)
    {
        var finding = Assert.Single(KernelLog.Read(line));
        Assert.Equal(id, finding.Id);
        Assert.Contains(name, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scheduling for a[1] but trying to direct-dispatch b[2]", "SCX9106")]
    [InlineData("SCX_DSQ_LOCAL[_ON] cannot move migration disabled a b[12] from CPU 0 to 1", "SCX9107")]
    [InlineData("per-node idle tracking is disabled", "SCX9116")]
    [InlineData("peek disallowed on builtin DSQ", "SCX9115")]
    [InlineData("ops.init_task() set task->scx.disallow for a[1] during fork", "SCX9118")]
    [InlineData("accessing rq without holding rq lock", "SCX9119")]
    [InlineData("RCU CPU stall on CPUs (1)", "SCX9124")]
    [InlineData("soft lockup - CPU 1 stuck for 22s", "SCX9124")]
    [InlineData("cpu 3 going offline, exiting scheduler", "SCX9120")]
    [InlineData("called from another galaxy", "SCX9999")]
    public void Ejection_is_recognised(string message, string id) => Assert.Equal(id, EjectionReader.Read(message).Id);

    [Fact]
    public void Logs_of_many_programs_are_told_apart()
    {
        const string text = """
            libbpf: prog 'a_running': -- BEGIN PROG LOAD LOG --
            ; x(); @ A.cs:3
            1: (85) call scx_bpf_dsq_insert#1
            calling kernel function scx_bpf_dsq_insert is not allowed
            processed 2 insns (limit 1000000) max_states_per_insn 0 total_states 0 peak_states 0 mark_read 0
            -- END PROG LOAD LOG --
            libbpf: prog 'a_running': failed to load: -EACCES
            """;
        var finding = Assert.Single(KernelLog.Read(text));
        Assert.Equal(("SCX9021", "a_running", "A.cs:3"), (finding.Id, finding.Program, finding.Place?.ToString()));
    }

    [Fact]
    public void Each_id_has_a_page_of_its_title() => Assert.All(KernelRefusals.All, refusal =>
        Assert.StartsWith($"# {refusal.Id}: {refusal.Title}\n", DiagnosticPages.Find(refusal.Id), StringComparison.Ordinal));
}
