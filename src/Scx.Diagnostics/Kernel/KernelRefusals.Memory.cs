namespace Scx.Diagnostics;

public static partial class KernelRefusals
{
    static readonly KernelRefusal[] Memory =
    [
        new("SCX9001", "Kernel sees a possible null", "{subject} may be null here",
            "Test it before it is used: 'if (… is null) return;'.",
            @"invalid mem access '\w*_or_null_?'", "Possibly NULL pointer passed to", @"pointer arithmetic on \w+_or_null_? prohibited", "may be NULL")
            { FoundBefore = ["SCX2001", "SCX2002", "SCX2003"], IsMissed = true },
        new("SCX9003", "Kernel sees no limit for a length", "The length that is passed here may be larger than the memory that it is for",
            "Limit it before the call, or pass a span of the memory itself.",
            "use 'var &= const'", "or 'var &= const'", "invalid zero-sized read", "memory, len pair leads to invalid memory access")
            { IsMissed = true },
        new("SCX9002", "Kernel cannot see that an access stays inside", "The index or offset of {subject} may be out of range here",
            "Test the index right before the access, both ends of a signed one: 'if ((uint)i >= length) return;'. If it is tested already, test the very "
            + "variable that is used, or mask it: 'a[i & (length - 1)]'.",
            "invalid access to map value", "invalid access to memory, mem_size", "m(ax|in) value is (negative|outside)", "unbounded memory access",
            @"math between \w+ pointer and register with unbounded", "invalid (unbounded )?variable-offset", @"makes \w+ pointer be out of bounds", "Access outside bounds")
            { FoundBefore = ["SCX2010", "SCX2012"], IsMissed = true },
        new("SCX9005", "Kernel does not trust a pointer", "{subject} is not known to the kernel to stay alive for this call",
            "Take a reference of your own before (TaskAcquire, TaskFromPid), or make the call inside 'using (Rcu.Read())'.",
            "must be referenced or trusted", "must be a rcu pointer", "requires RCU critical section", @"type=(untrusted_|rcu_)?ptr_\w* expected=", "expected an RCU CS",
            @"expected pointer to STRUCT \w+ but", @"is \w+ expected STRUCT")
            { FoundBefore = ["SCX2024", "SCX2025"], IsMissed = true },
        new("SCX9006", "Kernel object is not to be written", "{subject} belongs to the kernel and is read-only for schedulers",
            "Use the function that sets it (TaskSetSlice, TaskSetDsqVtime), or keep a value of your own in a map.",
            @"cannot write into \w+", "only read is supported")
            { FoundBefore = ["SCX2020", "SCX2024"], IsMissed = true },
        new("SCX9008", "Stored kernel pointer is used wrongly", "A kernel pointer is read from or put into a map here other than by an exchange",
            "Use Exchange, and release what it gives back.",
            "store to referenced kptr disallowed", "invalid kptr access", "has no valid kptr", "kptr isn't referenced kptr", "bpf_kptr_xchg expects referenced")
            { FoundBefore = ["SCX3005"], IsMissed = true },
        new("SCX9007", "Field cannot be accessed like that", "{subject} lies outside of its object, or is a field that only its own functions may touch",
            "Use the field's own functions; do not write what is read-only.",
            @"access beyond (struct|the end of member)", "write into map forbidden", "cannot be accessed directly by load/store", "access cannot have variable offset",
            "kptr access size must be", "misaligned stack access", "direct access to .* is disallowed")
            { FoundBefore = ["SCX2028"], IsMissed = true },
        new("SCX9009", "Value is read before it is set", "Something is read here that has no value on this way",
            "C# does not let this happen, so it is a bug of the compiler.",
            "!read_ok", "invalid (indirect )?read from stack")
            { IsMissed = true },
        new("SCX9010", "Arguments of the program are accessed wrongly", "The program's arguments, or memory of an arena, are accessed here in a way that the kernel does not know",
            "The compiler makes these accesses itself, so it is a bug of it.",
            "invalid bpf_context access", "variable ctx access", "dereference of modified ctx ptr", "addr_space_cast insn", "with and without arena pointer")
            { IsMissed = true },
        new("SCX9004", "Number is used as a pointer", "{subject} is a plain number for the kernel here, not a pointer",
            "A pointer that was kept in a field or a map, or computed with, is a number afterwards. Store the number of the object (Pid) and look it up again.",
            "invalid mem access '(scalar|inv)'", @"pointer arithmetic with \S+ operator prohibited", @"bitwise operator \S+ on pointer", "32-bit pointer arithmetic prohibited",
            "type=(scalar|inv) expected=(?!ringbuf_mem)", "partial copy of pointer", "is an integer scalar here, not a pointer")
            { FoundBefore = ["SCX6011"], IsMissed = true },
    ];
}
