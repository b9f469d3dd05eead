using System.Reflection;
using System.Text.Json;
using Xunit.Abstractions;

namespace Scx.Kernel.Tests;

/// <summary>C# means the same in the kernel as under .NET.</summary>
public sealed class LanguageInBothWorlds(ITestOutputHelper output)
{
    // With one CPU no callback runs twice at a time, so the order of the computations is the same in both worlds.
    [Theory]
    [InlineData("7.3")]
    [InlineData("6.16")]
    public void ComputesTheSame(string kernel)
    {
        var result = Guest.Run(kernel, cpus: 1, "language.sh");
        string? line = result.Output.Split('\n').LastOrDefault(l => l.StartsWith('{'));
        Assert.True(line is not null, result.ToString());
        Assert.Contains(MessageUnderDotnet(), result.Facts("printing").GetValueOrDefault("exit", result.ToString()), StringComparison.Ordinal);
        using var inKernel = JsonDocument.Parse(line);

        var scheduler = new Scx.Tests.Language.Language();
        Assert.Equal(0, scheduler.Init());
        Repeat("initTasks", 40, () => scheduler.InitTask(null!, null!));
        Repeat("runnings", 60, () => scheduler.Running(null!));
        Repeat("stoppings", 60, () => scheduler.Stopping(null!, false));
        Repeat("runnables", 60, () => scheduler.Runnable(null!, 0));
        Repeat("quiescents", 60, () => scheduler.Quiescent(null!, 0));
        Repeat("enables", 40, () => scheduler.Enable(null!));

        // Every pair has had its turn, so no sum was still changing when the line was made.
        void Repeat(string counter, int times, Action compute)
        {
            Assert.True(inKernel.RootElement.GetProperty(counter).GetInt32() == times, $"{counter}\n{result}");
            for (int i = 0; i < times; i++)
                compute();
        }

        var fields = typeof(Scx.Tests.Language.Language).GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
            .Where(f => f.GetCustomAttribute<StatAttribute>() is not null).ToList();
        Assert.NotEmpty(fields);
        foreach (var field in fields)
        {
            output.WriteLine($"{field.Name}: {field.GetValue(scheduler)} under .NET, {inKernel.RootElement.GetProperty(field.Name)} in {kernel}");
            Assert.True(Convert.ToInt64(field.GetValue(scheduler)) == inKernel.RootElement.GetProperty(field.Name).GetInt64(), $"{field.Name}\n{result}");
        }
    }

    static string MessageUnderDotnet()
    {
        var kernel = DispatchProxy.Create<IKernel, MessageKeeper>();
        using (KernelScope.Enter(kernel))
            Scx.Tests.Language.Printing.Report(3);
        return ((MessageKeeper)(object)kernel).Message;
    }

    /// <summary>A kernel that keeps the message it was given.</summary>
    public class MessageKeeper : DispatchProxy
    {
        /// <summary>The message.</summary>
        public string Message { get; private set; } = "";

        /// <inheritdoc/>
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            Message = (string)args![0]!;
            return null;
        }
    }
}
