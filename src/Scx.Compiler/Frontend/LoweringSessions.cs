using Microsoft.CodeAnalysis.CSharp;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>The projects that are worked on, each from where only bodies of methods have changed since. May be used by several threads.</summary>
internal sealed class LoweringSessions
{
    // Each holds on to a compilation.
    private const int Capacity = 3;

    private readonly object gate = new();
    private readonly List<LoweringSession> sessions = [];

    /// <summary>How many times a project was gone on with.</summary>
    public int Continued { get; private set; }

    /// <summary>Lowers a project's schedulers.</summary>
    /// <param name="compilation">The project, without C# errors.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>What was lowered, and where its places lie; null if the project is none to keep.</returns>
    public (FrontEndResult Result, Func<SourceSpan, SourceSpan> Places)? Lower(CSharpCompilation compilation, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (sessions.FirstOrDefault(session => session.Continue(compilation, cancellation)) is { } known)
            {
                sessions.Remove(known);
                if (Lower(known, cancellation) is { } again)
                {
                    Continued++;
                    return again;
                }
            }
            sessions.RemoveAll(session => session.IsBroken);
            return LoweringSession.Begin(compilation, cancellation) is { } begun ? Lower(begun, cancellation) : null;
        }
    }

    /// <summary>Keeps the session, unless a bug of ours stops it.</summary>
    private (FrontEndResult Result, Func<SourceSpan, SourceSpan> Places)? Lower(LoweringSession session, CancellationToken cancellation)
    {
        try
        {
            if (session.Lower(cancellation) is not { } result)
                return null;
            Keep(session);
            return (result, session.Places);
        }
        catch (OperationCanceledException)
        {
            Keep(session);
            throw;
        }
    }

    private void Keep(LoweringSession session)
    {
        sessions.Insert(0, session);
        if (sessions.Count > Capacity)
            sessions.RemoveAt(Capacity);
    }
}
