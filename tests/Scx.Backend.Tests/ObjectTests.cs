using Scx.Compiler.Backend;

namespace Scx.Backend.Tests;

public sealed class ObjectTests
{
    [Fact]
    public void SchedulerCompiles()
    {
        if (Environment.GetEnvironmentVariable("SCX_DUMP") is { } path)
        {
            File.WriteAllText(path + ".ll", SimpleScheduler.Build().Text());
            File.WriteAllText(path + ".opt.ll", LlvmPipeline.Optimize(SimpleScheduler.Build().Text(), BackendOptions.Default));
            File.WriteAllBytes(path + ".o", SimpleScheduler.Build().Object());
        }
        Assert.NotEmpty(SimpleScheduler.Build().Object());
    }
}
