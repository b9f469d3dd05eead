namespace Scx.Sdk.Tests;

/// <summary>What schedulers share: compiled into this project as into theirs.</summary>
public sealed class LibraryTests
{
    [Fact]
    public void ThePageNamesAllOfIt()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs/library.md"));
        foreach (string file in Directory.GetFiles(Path.Combine(Repository.Root, "src/Scx.Sdk/Library"), "*.cs"))
            Assert.Contains($"src/Scx.Sdk/Library/{Path.GetFileName(file)}", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20_000_000, 100, 20_000_000)]
    [InlineData(20_000_000, 200, 10_000_000)]
    [InlineData(20_000_000, 1, 2_000_000_000)]
    [InlineData(20_000_000, 10_000, 200_000)]
    [InlineData(0, 33, 0)]
    public void ChargesByWeight(ulong ran, uint weight, ulong expected) => Assert.Equal(expected, Vtime.Charge(ran, weight));

    [Theory]
    [InlineData(5, 7, 7)]
    [InlineData(7, 5, 7)]
    [InlineData(ulong.MaxValue, 3, 3)]
    [InlineData(3, ulong.MaxValue, 3)]
    public void TheLaterOneIsFoundAcrossTheWrap(ulong a, ulong b, ulong expected)
    {
        Assert.Equal(expected, Vtime.Later(a, b));
        Vtime.Advance(ref a, b);
        Assert.Equal(expected, a);
    }

    [Theory]
    [InlineData(1000, 5000, 100, 4900)]
    [InlineData(4950, 5000, 100, 4950)]
    [InlineData(6000, 5000, 100, 6000)]
    [InlineData(0, 50, 100, 0)]
    public void CreditIsLimited(ulong vtime, ulong now, ulong credit, ulong expected) => Assert.Equal(expected, Vtime.LimitCredit(vtime, now, credit));

    [Theory]
    [InlineData(5000, 1000, 100, 1100)]
    [InlineData(1050, 1000, 100, 1050)]
    [InlineData(500, 1000, 100, 500)]
    [InlineData(500, ulong.MaxValue, 100, 99)]
    public void DebtIsLimited(ulong vtime, ulong now, ulong debt, ulong expected) => Assert.Equal(expected, Vtime.LimitDebt(vtime, now, debt));

    [Theory]
    [InlineData("steam", true, true)]
    [InlineData("steamwebhelper", false, true)]
    [InlineData("stea", false, false)]
    [InlineData("", false, false)]
    public void TextOfTheKernelIsCompared(string text, bool equal, bool begins)
    {
        var kernelText = new KernelString(text);
        Assert.Equal((equal, begins), (kernelText.Equals("steam"u8), kernelText.StartsWith("steam"u8)));
        Assert.Equal(text.Length == 0, kernelText.Equals(""u8));
    }

    [Fact]
    public void TextLongerThanWhatIsLookedAtEqualsNothing()
    {
        byte[] text = [.. Enumerable.Repeat((byte)'x', 70)];
        Assert.False(new KernelString(new string('x', 70)).Equals(text));
        Assert.True(new KernelString(new string('x', 70)).StartsWith(text.AsSpan(0, 63)));
    }

    [Fact]
    public void ScalesByWeight()
    {
        Assert.Equal(200ul, Weight.Scale(100, 200));
        Assert.Equal(50ul, Weight.ScaleInverse(100, 200));
        Assert.Equal(100ul, Weight.Scale(100, Weight.Normal));
        Assert.Equal(10_000ul, Weight.ScaleInverse(100, Weight.Min));
        Assert.Equal(1ul, Weight.ScaleInverse(100, Weight.Max));
    }

    [Fact]
    public void AveragesApproachWhatIsAdded()
    {
        ulong average = 1000;
        for (int i = 0; i < 40; i++)
            average = RunningAverage.Add(average, 5000);
        Assert.InRange(average, 4985ul, 5000ul);
        Assert.InRange(RunningAverage.Add(ulong.MaxValue, ulong.MaxValue), ulong.MaxValue - 3, ulong.MaxValue);
    }

    [Theory]
    [InlineData(1000, 0, 10, 1000)]
    [InlineData(1000, 5, 10, 750)]
    [InlineData(1000, 10, 10, 500)]
    [InlineData(1000, 25, 10, 188)]
    [InlineData(1000, 640, 10, 0)]
    [InlineData(1000, ulong.MaxValue, 1, 0)]
    [InlineData(ulong.MaxValue, 1_000_000_000, 2_000_000_000, 0xC000_0000_0000_0000)]
    public void DecaysByHalfLives(ulong value, ulong elapsed, ulong halfLife, ulong expected) =>
        Assert.Equal(expected, RunningAverage.Decay(value, elapsed, halfLife));

    [Theory]
    [InlineData(1, TaskFlags.None, 0, 7, false)]
    [InlineData(1, TaskFlags.None, 1, 7, true)]
    [InlineData(1, TaskFlags.None, 1, 8, false)]
    [InlineData(1, TaskFlags.None, 2, 8, true)]
    [InlineData(1, TaskFlags.KernelThread, 0, 7, true)]
    [InlineData(4, TaskFlags.KernelThread, 2, 7, false)]
    public void WhatACpuThatGoesMayWaitForMustNotWait(int cpus, TaskFlags flags, int readers, int running, bool expected)
    {
        var task = new TaskStruct { Pid = 8, NrCpusAllowed = cpus, Flags = flags, RcuReadLockNesting = readers };
        var older = KernelWithout.Make("SCX_ENQ_RESCUE");
        older.Running = new TaskStruct { Pid = running };
        using (KernelScope.Enter(older.Kernel))
            Assert.Equal(expected, DepartingCpu.MustNotWait(task));
        using (KernelScope.Enter(KernelWithout.Make().Kernel))
            Assert.False(DepartingCpu.MustNotWait(task));
    }

    [Fact]
    public void FrequenciesFollowIntervals()
    {
        ulong frequency = 0;
        for (int i = 0; i < 60; i++)
            frequency = RunningAverage.AddInterval(frequency, 1_000_000);
        Assert.InRange(frequency, 990ul, 1000ul);
        Assert.InRange(RunningAverage.AddInterval(frequency, 0), frequency - 3, frequency);
    }
}
