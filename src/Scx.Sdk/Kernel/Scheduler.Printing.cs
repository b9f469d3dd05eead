using Scx.Bindings;

namespace Scx;

public abstract partial class Scheduler
{
    /// <summary>Ends the scheduler with an error: all tasks go back to the fair scheduler, and the message is shown as the reason.</summary>
    /// <param name="message">The reason, up to 1023 bytes.</param>
    /// <remarks><c>scx_bpf_error_bstr</c>. Callable from every callback. Since Linux 6.12.</remarks>
    [Kfunc("scx_bpf_error_bstr", Prototype = "void (char *, u64 *, u32)")]
    [Scheduling(SchedulingRole.End)]
    public static void Error(KernelMessage message) => KernelScope.Current.Error(message.Text());

    /// <inheritdoc cref="Error(KernelMessage)"/>
    /// <param name="message">The reason, a constant.</param>
    [Kfunc("scx_bpf_error_bstr", Prototype = "void (char *, u64 *, u32)")]
    [Scheduling(SchedulingRole.End)]
    public static void Error(string message) => KernelScope.Current.Error(message);

    /// <summary>Ends the scheduler without an error, with a code for its user half: all tasks go back to the fair scheduler.</summary>
    /// <param name="exitCode">What user space gets as <see cref="ExitInfo.ExitCode"/>.</param>
    /// <param name="message">The reason, up to 1023 bytes.</param>
    /// <remarks><c>scx_bpf_exit_bstr</c>. Callable from every callback. Since Linux 6.12.</remarks>
    [Kfunc("scx_bpf_exit_bstr", Prototype = "void (s64, char *, u64 *, u32)")]
    [Scheduling(SchedulingRole.End)]
    public static void ExitWith(long exitCode, KernelMessage message) => KernelScope.Current.ExitWith(exitCode, message.Text());

    /// <inheritdoc cref="ExitWith(long, KernelMessage)"/>
    /// <param name="exitCode">What user space gets as <see cref="ExitInfo.ExitCode"/>.</param>
    /// <param name="message">The reason, a constant.</param>
    [Kfunc("scx_bpf_exit_bstr", Prototype = "void (s64, char *, u64 *, u32)")]
    [Scheduling(SchedulingRole.End)]
    public static void ExitWith(long exitCode, string message) => KernelScope.Current.ExitWith(exitCode, message);

    /// <summary>Adds to the dump that the kernel makes of a scheduler's state when it ends with an error, or on SysRq-D.</summary>
    /// <param name="message">A line or a part of one; a line ends with <c>\n</c>.</param>
    /// <remarks>
    /// <c>scx_bpf_dump_bstr</c>. Callable from <see cref="Dump"/>, <see cref="DumpCpu"/>, <see cref="DumpTask"/>. Since Linux 6.12.
    /// </remarks>
    [Kfunc("scx_bpf_dump_bstr", Prototype = "void (char *, u64 *, u32)")]
    [AllowedIn("dump", "dump_cpu", "dump_task")]
    public static void DumpPrint(KernelMessage message) => KernelScope.Current.DumpPrint(message.Text());

    /// <inheritdoc cref="DumpPrint(KernelMessage)"/>
    /// <param name="message">A line or a part of one, a constant.</param>
    [Kfunc("scx_bpf_dump_bstr", Prototype = "void (char *, u64 *, u32)")]
    [AllowedIn("dump", "dump_cpu", "dump_task")]
    public static void DumpPrint(string message) => KernelScope.Current.DumpPrint(message);

    /// <summary>Prints to the kernel's trace (<c>/sys/kernel/tracing/trace_pipe</c>). For debugging only: it is slow.</summary>
    /// <param name="message">The line.</param>
    /// <remarks><c>bpf_trace_vprintk</c>, BPF helper 177. Callable from every callback. In every supported kernel.</remarks>
    [Helper("bpf_trace_vprintk", 177)]
    public static void Printk(KernelMessage message) => KernelScope.Current.Printk(message.Text());

    /// <inheritdoc cref="Printk(KernelMessage)"/>
    /// <param name="message">The line, a constant.</param>
    [Helper("bpf_trace_vprintk", 177)]
    public static void Printk(string message) => KernelScope.Current.Printk(message);
}
