namespace Scx.Runtime.Verification;

/// <summary>What the verifier objects to.</summary>
/// <param name="Reason">Its reason, in its words.</param>
/// <param name="Location">The source line of the instruction that it stopped at, if the log tells.</param>
/// <param name="Suggestion">How the kernel proposes to mend it (7.3 and newer); else empty.</param>
public sealed record VerifierRejection(string Reason, SourceLocation? Location, string Suggestion);
