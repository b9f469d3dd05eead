using Scx.Compiler.Backend;

namespace Scx.Compiler.Tests;

/// <summary>What needs more stack than there is, is refused with the names of what takes it.</summary>
public class StackLimitTests
{
    const string Source = """
        using System.Runtime.CompilerServices;

        [SchedExtOps("t")]
        public sealed class T : Scheduler
        {
            [InlineArray(LENGTH)] struct Numbers { long first; }

            long sum;
            int n;

            public override void Running(TaskStruct p)
            {
                Numbers table = default;
                table[n & 31] = 3;
                Fill(ref table);
                sum = table[n & 31];
            }

            [MethodImpl(MethodImplOptions.NoInlining)]
            void Fill(ref Numbers numbers)
            {
                Numbers other = default;
                other[n & 31] = 1;
                numbers[n & 31] = n + other[n & 15];
            }
        }
        """;

    [Fact]
    public void A_frame_that_is_too_large_is_refused()
    {
        var refused = Refused(80);
        Assert.Contains(refused.Diagnostics, d => d.Rule.Id == "SCX5004" && d.Message.Contains("'table' (640 bytes)", StringComparison.Ordinal));
        Assert.All(refused.Diagnostics, d => Assert.True(d.Span.Line is 11 or 20, d.Span.ToString()));
    }

    [Fact]
    public void A_call_chain_that_is_too_large_is_refused()
    {
        var diagnostic = Assert.Single(Refused(40).Diagnostics);
        Assert.Equal("SCX5005", diagnostic.Rule.Id);
        Assert.Contains("Running (320), Fill (320)", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_fits_is_compiled() => Assert.NotEmpty(Compile(32 - 4));

    static StackExceededException Refused(int length) => Assert.Throws<StackExceededException>(() => Compile(length));

    static byte[] Compile(int length)
    {
        string source = Source.Replace("LENGTH", $"{length}", StringComparison.Ordinal);
        if (length < 32)
            source = source.Replace("& 31", "& 15", StringComparison.Ordinal);
        return ObjectCompiler.Compile(SourceCompilation.Analyze("T.cs", source).Modules.Single(), new BackendOptions());
    }
}
