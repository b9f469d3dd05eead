using System.Runtime.InteropServices;

namespace Scx.Run;

/// <summary>Notices Ctrl-C, SIGTERM and SIGHUP. The first asks to end; a second Ctrl-C ends the process at once, upon which the kernel detaches.</summary>
sealed class StopRequest : IDisposable
{
    readonly ManualResetEventSlim asked = new();
    readonly List<PosixSignalRegistration> registrations = [];

    /// <summary>Begins to listen.</summary>
    public StopRequest()
    {
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP])
            registrations.Add(PosixSignalRegistration.Create(signal, OnSignal));
    }

    /// <summary>Waits; true as soon as somebody has asked.</summary>
    public bool Wait(TimeSpan time) => asked.Wait(time);

    /// <summary>Stops listening.</summary>
    public void Dispose()
    {
        registrations.ForEach(registration => registration.Dispose());
        asked.Dispose();
    }

    void OnSignal(PosixSignalContext context)
    {
        context.Cancel = !asked.IsSet;
        asked.Set();
    }
}
