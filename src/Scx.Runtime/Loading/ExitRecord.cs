using System.Buffers.Binary;
using System.Text;

namespace Scx.Runtime;

/// <summary>What a scheduler left behind when it ended: its global <c>uei</c>, filled by its <c>exit</c> callback.</summary>
/// <param name="Kind">Why it ended.</param>
/// <param name="Code">The exit code that the scheduler or the kernel gave.</param>
/// <param name="Reason">The kernel's words for <paramref name="Kind"/>.</param>
/// <param name="Message">What in particular happened; may be empty.</param>
/// <param name="Dump">The kernel's debug dump; empty unless it is an error and room was made for it.</param>
public sealed record ExitRecord(ExitKind Kind, long Code, string Reason, string Message, string Dump)
{
    // SCX_ECODE_ACT_RESTART of enum scx_exit_code.
    const long ActRestart = 1L << 48;

    // struct user_exit_info { s32 kind; s64 exit_code; char reason[128]; char msg[1024]; }
    const int CodeOffset = 8;
    const int ReasonOffset = 16;
    const int MessageOffset = 144;
    const int MessageLength = 1024;

    /// <summary>The bytes that the record takes in the scheduler's memory.</summary>
    internal const int Size = MessageOffset + MessageLength;

    /// <summary>Whether the scheduler was thrown out for an error.</summary>
    public bool IsError => Kind >= ExitKind.Error;

    /// <summary>Whether the kernel asks that the scheduler be loaded anew, as it does when CPUs come or go.</summary>
    public bool RestartRequested => (Code & ActRestart) != 0 && !IsError;

    /// <summary>The reason, and the message if there is one.</summary>
    public override string ToString() => Message.Length == 0 ? Reason : $"{Reason} ({Message})";

    internal static ExitRecord Read(ReadOnlySpan<byte> record, ReadOnlySpan<byte> dump) => new(
        (ExitKind)BinaryPrimitives.ReadInt32LittleEndian(record), BinaryPrimitives.ReadInt64LittleEndian(record[CodeOffset..]),
        Text(record[ReasonOffset..MessageOffset]), Text(record.Slice(MessageOffset, MessageLength)), Text(dump));

    static string Text(ReadOnlySpan<byte> bytes)
    {
        int end = bytes.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]).TrimEnd();
    }
}
