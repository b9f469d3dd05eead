namespace Scx.Runtime.Verification;

/// <summary>A program that the kernel accepted.</summary>
/// <param name="Name">Its name in the object.</param>
/// <param name="Callback">The member of <c>sched_ext_ops</c> that it implements.</param>
/// <param name="Instructions">Its instructions, of eight bytes each, with the functions that it calls.</param>
/// <param name="TranslatedInstructions">Instructions after the kernel rewrote them.</param>
/// <param name="MachineCodeBytes">Bytes of machine code; 0 if the kernel interprets.</param>
/// <param name="Cost">What verifying it took.</param>
/// <param name="Log">The verifier's log: its walk through the program if the full log was asked for, else its statistics only.</param>
public sealed record VerifiedProgram(
    string Name, string Callback, int Instructions, int TranslatedInstructions, int MachineCodeBytes, VerifierCost Cost,
    string Log);
