namespace Scx;

/// <summary>
/// Keeps a method a function of its own in the object (a static subprogram) instead of a part of its callers. The verifier still follows each call with what it
/// knows there; the code is in the object once. Without it the compiler decides by size and number of calls. At most five parameters, no result by reference.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NoInlineAttribute : Attribute;
