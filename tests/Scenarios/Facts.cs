namespace Scx.Scenarios;

/// <summary>What a scenario found out, printed as <c>key=value</c>.</summary>
sealed class Facts
{
    public object this[string key]
    {
        set
        {
            Console.WriteLine($"{key}={value}");
            Console.Out.Flush();
        }
    }
}
