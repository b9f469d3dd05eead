using Scx.Compiler.Ir;

namespace Scx.Compiler.Backend;

/// <content>Memory, and which instruction is printed by what.</content>
internal sealed partial class FunctionTextWriter
{
    private void WriteInstruction(Instruction instruction)
    {
        switch (instruction)
        {
            case NullConstant { IsConcealed: true }:
                Emit($"{Name(instruction)} = call ptr asm \"\", \"=r,0\"(ptr null) convergent");
                break;
            case Constant or NullConstant or GlobalAddress or MapAddress or FunctionAddress:
                break;
            case StackSlot slot:
                _entry.Append($"  {Name(slot)} = alloca {LlvmSyntax.MemoryType(slot.Type)}, align {AlignmentOf(slot.Result!)}\n");
                break;
            case Load load:
                WriteLoad(load);
                MarkArena(load.Address);
                break;
            case KptrLoad load:
                Emit($"{Name(load)} = load volatile ptr, ptr {Operand(load.Address)}, align 8");
                break;
            case TypeId type:
                Name(type, Relocated(_module.TypeIdRelocation(type.Type), "i64"));
                break;
            case Store store:
                // Volatile stores are not merged with others.
                WriteStore(store.Address, Operand(store.Stored), store.Stored.Type, store.Volatile || IsKeptApart(store.Address));
                MarkArena(store.Address);
                break;
            case Copy copy:
                WriteCopy(copy);
                break;
            case Zero zero:
                WriteZero(Operand(zero.Address), Layout.SizeOf(zero.Type), AlignmentOf(zero.Address));
                break;
            case FieldAddress field:
                if (field.Struct.Fields[field.Index].Offset is var offset and not 0)
                    Emit($"{Name(field)} = getelementptr inbounds i8, ptr {Operand(field.Address)}, i64 {offset}");
                break;
            case ElementAddress element:
                string index = Converted(Operand(element.Index), element.Index.Type, IrType.U64);
                int stride = Layout.SizeOf(element.Array.Element);
                Emit($"{Name(element)} = getelementptr inbounds [{stride} x i8], ptr {Operand(element.Address)}, i64 {index}");
                break;
            case ArenaAddress arena:
                // The two address spaces are LLVM's for BPF: 1 is the address as user space has it, 0 what the program can use.
                UseArena(arena.Arena);
                string user = Define($"inttoptr i64 {Operand(arena.Pointer)} to ptr addrspace(1)");
                Emit($"{Name(arena)} = addrspacecast ptr addrspace(1) {user} to ptr");
                break;
            case KernelFieldAddress or KernelFieldExists or KernelEnumConstant or KernelEnumExists or KernelFunctionExists:
                WriteRelocated(instruction);
                break;
            case CallInstruction call:
                WriteCall(call);
                break;
            default:
                WriteComputation(instruction);
                break;
        }
    }

    private string Name(Instruction instruction) => instruction.Result is { } result
        ? _names[result]
        : throw Broken(instruction.Span, $"{instruction.GetType().Name} without a result");

    /// <summary>Says that a value of LLVM's is the instruction's result.</summary>
    private void Name(Instruction instruction, string value)
    {
        if (instruction.Result is { } result)
            _names[result] = value;
    }

    /// <summary>
    /// The verifier takes an instruction for an object's memory, for the arena or for other memory, never for two of them ("same insn cannot be used with
    /// different pointers"; reg_type_mismatch() in kernel/bpf/verifier.c), so LLVM may not make one of an access to each on two ways that meet.
    /// </summary>
    private static bool IsKeptApart(Value address) => address.Type is PointerType { Space: MemorySpace.Kernel or MemorySpace.Object or MemorySpace.Arena };

    /// <summary>
    /// Addresses of the arena and of globals both come from a register alone, so LLVM's code generator would still take the ends of two ways for the same
    /// (branch folding). An empty line of assembly behind the access makes them differ.
    /// </summary>
    private void MarkArena(Value address)
    {
        if (address.Type is PointerType { Space: MemorySpace.Arena })
            Emit("call void asm sideeffect \"\", \"~{memory}\"()");
    }

    private string KeptApart(string loaded, string type) =>
        Define($"call {type} @llvm.bpf.passthrough.{type}.{type}(i32 {_module.NextPassthrough(type)}, {type} {loaded})");

    private void WriteLoad(Load load)
    {
        IrType type = load.Result!.Type;
        string alignment = $"align {AccessAlignment(load.Address, type)}";
        string kind = load.Volatile ? "load volatile" : "load";
        if (type is BoolType)
        {
            string loaded = Define(
                $"{kind} i8, ptr {Operand(load.Address)}, {alignment}, !range {_module.BoolRange()}, !noundef {_module.EmptyNode()}");
            Emit($"{Name(load)} = trunc i8 {(IsKeptApart(load.Address) ? KeptApart(loaded, "i8") : loaded)} to i1");
        }
        else if (IsKeptApart(load.Address))
        {
            string memory = LlvmSyntax.MemoryType(type);
            string loaded = Define($"{kind} {memory}, ptr {Operand(load.Address)}, {alignment}");
            Emit($"{Name(load)} = call {memory} @llvm.bpf.passthrough.{(memory == "ptr" ? "p0.p0" : $"{memory}.{memory}")}(i32 {_module.NextPassthrough(memory)}, {memory} {loaded})");
        }
        else
        {
            Emit($"{Name(load)} = {kind} {LlvmSyntax.MemoryType(type)}, ptr {Operand(load.Address)}, {alignment}");
        }
    }

    private void WriteStore(Value address, string stored, IrType type, bool isVolatile)
    {
        string value = type is BoolType ? Define($"zext i1 {stored} to i8") : stored;
        string kind = isVolatile ? "store volatile" : "store";
        Emit($"{kind} {LlvmSyntax.MemoryType(type)} {value}, ptr {Operand(address)}, align {AccessAlignment(address, type)}");
    }

    private int AccessAlignment(Value address, IrType type) => Math.Min(AlignmentOf(address), Layout.AlignmentOf(type));

    /// <summary>
    /// LLVM's BPF target expands a copy of up to 128 stores in place and refuses a larger one, since there is no memcpy to call
    /// (BPFSelectionDAGInfo.cpp, getCommonMaxStoresPerMemFunc). The <c>inline</c> form is expanded whatever its size, and has to be volatile,
    /// because passes that join fills and copies (MemCpyOptimizer.cpp) would make it the plain form.
    /// </summary>
    private static (string Form, string Volatile, string Size) BulkForm(int size, int alignment) =>
        size > 128 * alignment ? (".inline", "true", "i64 immarg") : ("", "false", "i64");

    private void WriteCopy(Copy copy)
    {
        int bytes = Layout.SizeOf(copy.Type);
        int to = Math.Min(8, AlignmentOf(copy.Destination)), from = Math.Min(8, AlignmentOf(copy.Source));
        (string form, string isVolatile, string size) = BulkForm(bytes, Math.Min(to, from));
        _module.UseIntrinsic($"declare void @llvm.memcpy{form}.p0.p0.i64(ptr, ptr, {size}, i1 immarg)");
        Emit($"call void @llvm.memcpy{form}.p0.p0.i64(ptr align {to} {Operand(copy.Destination)}, " +
            $"ptr align {from} {Operand(copy.Source)}, i64 {bytes}, i1 {isVolatile})");
    }

    private void WriteZero(string address, int bytes, int alignment)
    {
        (string form, string isVolatile, string size) = BulkForm(bytes, Math.Min(8, alignment));
        _module.UseIntrinsic($"declare void @llvm.memset{form}.p0.i64(ptr, i8, {size}, i1 immarg)");
        Emit($"call void @llvm.memset{form}.p0.i64(ptr align {Math.Min(8, alignment)} {address}, i8 0, i64 {bytes}, i1 {isVolatile})");
    }
}
