namespace Scx.Bindings;

/// <summary>The type parameter is the type of the map's keys.</summary>
[AttributeUsage(AttributeTargets.GenericParameter)]
public sealed class MapKeyAttribute : Attribute;
