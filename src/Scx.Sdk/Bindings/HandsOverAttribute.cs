namespace Scx.Bindings;

/// <summary>
/// The call takes what is given to this parameter, or, on a method, the object that it is called on: the caller no longer owns it. A variable that was given is null afterwards, so that <c>using</c>
/// does not dispose of what has gone.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Method)]
public sealed class HandsOverAttribute : Attribute;
