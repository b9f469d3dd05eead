using Scx.Runtime.Verification;

namespace Scx.Runtime.Tests;

/// <summary>Against logs recorded on real kernels.</summary>
public class VerifierLogTests
{
    static string Log(string name)
    {
        using var reader = new StreamReader(typeof(VerifierLogTests).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    [Fact]
    public void Trace_gives_reason_line_and_text()
    {
        var rejection = VerifierLog.ReadRejection(Log("refused-6.16"));
        Assert.Equal("R0 invalid mem access 'map_value_or_null'", rejection.Reason);
        Assert.Equal(new SourceLocation("simple.bpf.c", 51, 0, "*v = 1;"), rejection.Location);
        Assert.Equal("simple.bpf.c:51", rejection.Location!.ToString());
    }

    [Fact]
    public void Report_gives_problem_column_and_suggestion()
    {
        var rejection = VerifierLog.ReadRejection(Log("refused-7.3"));
        Assert.Equal("Invalid dereference: R0 may be NULL here (a nullable map value pointer). The program could dereference NULL on this " +
            "path, so the verifier cannot prove this access is safe.", rejection.Reason);
        Assert.Equal(new SourceLocation("simple.bpf.c", 51, 5, "*v = 1;"), rejection.Location);
        Assert.Equal("Add a NULL check before the access and dereference the pointer only on the non-NULL path.", rejection.Suggestion);
    }

    [Fact]
    public void Trace_of_a_new_kernel_may_lack_the_report()
    {
        var rejection = VerifierLog.ReadRejection(Log("endless-7.3"));
        Assert.Equal("infinite loop detected at insn 10", rejection.Reason);
        Assert.Equal(new SourceLocation("Endless.cs", 14, 0, "turns[0]++;"), rejection.Location);
    }

    [Theory]
    [InlineData("refused-6.16", 19, 1, 8, 4649)]
    [InlineData("refused-7.3", 19, 1, 0, 11024)]
    public void Statistics_are_read(string log, int instructions, int states, int stack, int microseconds) =>
        Assert.Equal(new VerifierCost(instructions, states, 1, stack, TimeSpan.FromMicroseconds(microseconds)), VerifierLog.ReadCost(Log(log)));

    [Fact]
    public void Depths_of_functions_add_up() => Assert.Equal(24, VerifierLog.ReadCost("stack depth 16+0+8\n").StackBytes);

    [Theory]
    [InlineData("")]
    [InlineData("processed 0 insns (limit 1000000) max_states_per_insn 0 total_states 0 peak_states 0 mark_read 0\n")]
    public void Log_without_reason_is_no_accident(string log) => Assert.Null(VerifierLog.ReadRejection(log).Location);

    [Fact]
    public void Reason_may_take_two_lines()
    {
        const string log = """
            ; total += values[i]; @ Simple.cs:40
            12: (79) r1 = *(u64 *)(r2 +0)
            invalid access to map value, value_size=8 off=64 size=8
            R2 max value is outside of the allowed memory range
            processed 13 insns (limit 1000000) max_states_per_insn 0 total_states 1 peak_states 1 mark_read 1
            """;
        var rejection = VerifierLog.ReadRejection(log);
        Assert.Equal("invalid access to map value, value_size=8 off=64 size=8; R2 max value is outside of the allowed memory range",
            rejection.Reason);
        Assert.Equal("Simple.cs:40", rejection.Location!.ToString());
        Assert.Equal("total += values[i];", rejection.Location.Text);
    }
}
