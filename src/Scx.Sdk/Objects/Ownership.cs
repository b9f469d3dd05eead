namespace Scx;

/// <summary>Something that is owned, and may be handed over, under plain .NET.</summary>
interface IOwned
{
    /// <summary>It has been handed over: whoever had it owns it no longer.</summary>
    bool IsHandedOver { get; set; }
}

/// <summary>Handing over under plain .NET.</summary>
static class Ownership
{
    /// <summary>Marks an object as handed over.</summary>
    internal static T Give<T>(T given)
    {
        if (given is IOwned owned) owned.IsHandedOver = true;
        return given;
    }

    /// <summary>Marks an object as owned by the caller.</summary>
    internal static T Take<T>(T taken)
    {
        if (taken is IOwned owned) owned.IsHandedOver = false;
        return taken;
    }

    /// <summary>Exchanges what a slot owns.</summary>
    internal static object? Exchange(ref ulong slot, object? value) => Take(KernelScope.Current.KptrExchange(ref slot, Give(value)));
}
