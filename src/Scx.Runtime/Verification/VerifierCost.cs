namespace Scx.Runtime.Verification;

/// <summary>How much work a program was for the verifier.</summary>
/// <param name="Instructions">Instructions walked through, of a million that it would at most.</param>
/// <param name="States">States that it kept to compare with.</param>
/// <param name="PeakStates">The most that it kept at one time.</param>
/// <param name="StackBytes">Bytes of stack that the program and what it calls use.</param>
/// <param name="Time">How long it took.</param>
public sealed record VerifierCost(int Instructions, int States, int PeakStates, int StackBytes, TimeSpan Time);
