namespace Scx.Runtime;

/// <summary>Where the value of a statistic is.</summary>
/// <param name="Statistic">What is shown.</param>
/// <param name="Map">The map that holds it: a section of variables, or a map of the scheduler.</param>
/// <param name="Index">Which of the map's values.</param>
/// <param name="Offset">Where in that value, in bytes.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Signed">Whether it may be negative.</param>
sealed record StatisticSource(Statistic Statistic, string Map, int Index, int Offset, int Size, bool Signed);
