namespace Scx;

/// <summary>Text of the kernel (<c>char *</c>), lent for the length of the callback.</summary>
public sealed class KernelString
{
    readonly string text;

    internal KernelString(string text) => this.text = text;

    /// <summary>The text, under plain .NET only.</summary>
    public override string ToString() => text;
}
