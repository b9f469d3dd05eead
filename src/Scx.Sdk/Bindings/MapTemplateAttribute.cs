namespace Scx.Bindings;

/// <summary>A constructor's parameter that makes the maps which a map holds: a lambda whose body is <c>new(…)</c>.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class MapTemplateAttribute : Attribute
{
    /// <summary>Each entry has a map of its own from the start; otherwise there are none, and user space puts them in.</summary>
    public bool FillsEntries { get; set; }
}
