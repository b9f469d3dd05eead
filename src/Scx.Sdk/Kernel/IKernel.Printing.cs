namespace Scx;

public partial interface IKernel
{
    /// <summary>Answers <see cref="Scheduler.Error(KernelMessage)"/>.</summary>
    /// <param name="message">The reason.</param>
    void Error(string message);

    /// <summary>Answers <see cref="Scheduler.ExitWith(long, KernelMessage)"/>.</summary>
    /// <param name="exitCode">The code for user space.</param>
    /// <param name="message">The reason.</param>
    void ExitWith(long exitCode, string message);

    /// <summary>Answers <see cref="Scheduler.DumpPrint(KernelMessage)"/>.</summary>
    /// <param name="message">A line or a part of one.</param>
    void DumpPrint(string message);

    /// <summary>Answers <see cref="Scheduler.Printk(KernelMessage)"/>.</summary>
    /// <param name="message">The line.</param>
    void Printk(string message);
}
