namespace Scx;

/// <summary>Weights of tasks and cgroups, as sched_ext gives them: a task of twice the weight is to have twice the CPU time.</summary>
static class Weight
{
    /// <summary>The least weight.</summary>
    public const uint Min = 1;

    /// <summary>The weight of a task that no one has reniced, and of a cgroup whose <c>cpu.weight</c> no one has set.</summary>
    public const uint Normal = 100;

    /// <summary>The greatest weight.</summary>
    public const uint Max = 10000;

    /// <summary>A number in proportion to a weight: the heavier, the more.</summary>
    /// <param name="value">What the normal weight gets; less than 2^50.</param>
    /// <param name="weight">The weight.</param>
    public static ulong Scale(ulong value, ulong weight) => value * weight / Normal;

    /// <summary>A number in inverse proportion to a weight: the heavier, the less.</summary>
    /// <param name="value">What the normal weight gets; less than 2^57.</param>
    /// <param name="weight">The weight; not 0.</param>
    public static ulong ScaleInverse(ulong value, ulong weight) => value * Normal / weight;
}
