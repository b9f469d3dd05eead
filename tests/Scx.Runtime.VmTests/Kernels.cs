namespace Scx.Runtime.VmTests;

/// <summary>On the newest kernel.</summary>
public sealed class ScxRunOn73Tests(ScxRunOn73Tests.Guest guest) : ScxRunTests(guest.Run), IClassFixture<ScxRunOn73Tests.Guest>
{
    public sealed class Guest
    {
        public VmRun Run { get; } = VmRun.On("7.3");
    }
}

/// <summary>On the oldest kernel that Debian has with sched_ext.</summary>
public sealed class ScxRunOn616Tests(ScxRunOn616Tests.Guest guest) : ScxRunTests(guest.Run), IClassFixture<ScxRunOn616Tests.Guest>
{
    public sealed class Guest
    {
        public VmRun Run { get; } = VmRun.On("6.16");
    }
}
