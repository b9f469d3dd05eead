// A QEMU plugin that counts, instruction by instruction, what the guest executes where its kernel keeps modules and
// JITed BPF. At the end it writes "ADDRESS COUNT" lines to the file named by its argument out=FILE.
//
// Debian ships no qemu-plugin.h, so the few functions needed are declared here: docs/devel/tcg-plugins.rst.
// PLUGIN_API is 1 for QEMU up to 8.1 and 2 from 8.2 on, which still takes it.
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define EXPORT __attribute__((visibility("default")))

typedef uint64_t plugin_id;
struct qemu_plugin_tb;
struct qemu_plugin_insn;
enum callback_registers { NO_REGISTERS };

size_t qemu_plugin_tb_n_insns(const struct qemu_plugin_tb *tb);
struct qemu_plugin_insn *qemu_plugin_tb_get_insn(const struct qemu_plugin_tb *tb, size_t index);
uint64_t qemu_plugin_insn_vaddr(const struct qemu_plugin_insn *insn);
void qemu_plugin_register_vcpu_tb_trans_cb(plugin_id id, void (*callback)(plugin_id, struct qemu_plugin_tb *));
void qemu_plugin_register_vcpu_insn_exec_cb(struct qemu_plugin_insn *insn, void (*callback)(unsigned int, void *),
					    enum callback_registers flags, void *data);
void qemu_plugin_register_atexit_cb(plugin_id id, void (*callback)(plugin_id, void *), void *data);

EXPORT int qemu_plugin_version = PLUGIN_API;

// arch/x86/include/asm/pgtable_64_types.h: MODULES_VADDR without KASLR, MODULES_END.
#define REGION 0xffffffffc0000000ull
#define REGION_END 0xffffffffff000000ull
#define PAGE 4096

static uint64_t *pages[(REGION_END - REGION) / PAGE];
static const char *path;

static uint64_t *counter(uint64_t address)
{
	uint64_t **page = &pages[(address - REGION) / PAGE];

	if (!*page)
		*page = calloc(PAGE, sizeof(**page));
	return *page + address % PAGE;
}

static void executed(unsigned int cpu, void *count)
{
	(void)cpu;
	__atomic_fetch_add((uint64_t *)count, 1, __ATOMIC_RELAXED);
}

// QEMU translates one block at a time, so no lock is needed here.
static void translated(plugin_id id, struct qemu_plugin_tb *tb)
{
	size_t count = qemu_plugin_tb_n_insns(tb);

	(void)id;
	for (size_t i = 0; i < count; i++) {
		struct qemu_plugin_insn *insn = qemu_plugin_tb_get_insn(tb, i);
		uint64_t address = qemu_plugin_insn_vaddr(insn);

		if (address >= REGION && address < REGION_END)
			qemu_plugin_register_vcpu_insn_exec_cb(insn, executed, NO_REGISTERS, counter(address));
	}
}

static void finished(plugin_id id, void *data)
{
	FILE *file = fopen(path, "w");

	(void)id, (void)data;
	if (!file) {
		perror(path);
		return;
	}
	for (uint64_t address = REGION; address < REGION_END; address++) {
		const uint64_t *page = pages[(address - REGION) / PAGE];

		if (!page)
			address += PAGE - 1;
		else if (page[address % PAGE])
			fprintf(file, "%llx %llu\n", (unsigned long long)address,
				(unsigned long long)page[address % PAGE]);
	}
	fclose(file);
}

EXPORT int qemu_plugin_install(plugin_id id, const void *info, int argc, char **argv)
{
	(void)info;
	if (argc != 1 || strncmp(argv[0], "out=", 4)) {
		fprintf(stderr, "bpfcount: takes out=FILE\n");
		return 1;
	}
	path = strdup(argv[0] + 4);
	qemu_plugin_register_vcpu_tb_trans_cb(id, translated);
	qemu_plugin_register_atexit_cb(id, finished, NULL);
	return 0;
}
