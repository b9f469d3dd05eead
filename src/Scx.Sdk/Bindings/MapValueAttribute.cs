namespace Scx.Bindings;

/// <summary>The type parameter is the type of the map's values.</summary>
[AttributeUsage(AttributeTargets.GenericParameter)]
public sealed class MapValueAttribute : Attribute;
