namespace Scx.Runtime;

/// <summary>A counter that a scheduler keeps for people to see: a field with <see cref="StatAttribute"/>, or a member of its struct.</summary>
/// <param name="Name">The field's name; of a struct's member, the member's.</param>
/// <param name="Description">One line about it; may be empty.</param>
public sealed record Statistic(string Name, string Description);
