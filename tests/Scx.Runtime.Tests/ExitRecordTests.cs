using System.Text;

namespace Scx.Runtime.Tests;

public class ExitRecordTests
{
    static ExitRecord Read(int kind, long code, string reason, string message)
    {
        byte[] bytes = new byte[ExitRecord.Size];
        BitConverter.GetBytes(kind).CopyTo(bytes, 0);
        BitConverter.GetBytes(code).CopyTo(bytes, 8);
        Encoding.UTF8.GetBytes(reason).CopyTo(bytes, 16);
        Encoding.UTF8.GetBytes(message).CopyTo(bytes, 144);
        return ExitRecord.Read(bytes, "dump\n\0rest"u8);
    }

    [Fact]
    public void Is_read_as_the_scheduler_lays_it_out()
    {
        var exit = Read(1026, 0, "runnable task stall", "bash[1] failed to run for 5.0s");
        Assert.Equal(new ExitRecord(ExitKind.ErrorStall, 0, "runnable task stall", "bash[1] failed to run for 5.0s", "dump"), exit);
        Assert.True(exit.IsError);
        Assert.Equal("runnable task stall (bash[1] failed to run for 5.0s)", exit.ToString());
    }

    [Theory]
    [InlineData(64, 0, false)]
    [InlineData(66, 1L << 48 | 1L << 32, true)]
    [InlineData(1024, 1L << 48, false)]
    public void Asks_for_a_restart_when_the_kernel_does(int kind, long code, bool restart) =>
        Assert.Equal(restart, Read(kind, code, "", "").RestartRequested);
}
