using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Scx.Run;

/// <summary>
/// Notices Ctrl-C, SIGTERM and SIGHUP. The first asks to end; another one later ends the process at once, upon which the kernel detaches.
/// </summary>
sealed class StopRequest : IDisposable
{
    // timeout(1) sends its signal to the process and at once to the process's group.
    static readonly TimeSpan sameRequest = TimeSpan.FromSeconds(1);

    readonly ManualResetEventSlim asked = new();
    readonly Stopwatch sinceAsked = new();
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
        context.Cancel = !sinceAsked.IsRunning || sinceAsked.Elapsed < sameRequest;
        sinceAsked.Start();
        asked.Set();
    }
}
