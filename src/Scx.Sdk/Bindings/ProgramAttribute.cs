namespace Scx.Bindings;

/// <summary>What the attributes have in common that make a method a program of its own, beside the callbacks of the ops table.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class ProgramAttribute : Attribute
{
    private protected ProgramAttribute() { }
}
