// Loads a sched_ext object, whoever compiled it, says what the kernel made of it, and runs a command under it.
//   scxload OBJECT [COMMAND...]
// Output, tab-separated:
//   program  NAME  INSNS  XLATED  JITED_BYTES  VERIFIED_INSNS  STATES
//   code     NAME  ADDRESS  BYTES          one for each JITed function of the program, the entry first
#include <bpf/bpf.h>
#include <bpf/btf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <linux/bpf.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define LOG_SIZE (1 << 20)
#define LOG_LEVEL 5	// BPF_LOG_LEVEL1 | BPF_LOG_STATS of include/linux/bpf_verifier.h
#define LOG_SHOWN 3000

static _Noreturn void die(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	fputs("scxload: error: ", stderr);
	vfprintf(stderr, format, args);
	fputc('\n', stderr);
	exit(1);
}

static unsigned long long enumerator(const struct btf_type *type, int i)
{
	if (btf_is_enum64(type))
		return btf_enum64_value(btf_enum64(type) + i);
	return btf_kflag(type) ? (long long)btf_enum(type)[i].val : (__u32)btf_enum(type)[i].val;
}

static const char *enumerator_name(const struct btf *btf, const struct btf_type *type, int i)
{
	return btf__name_by_offset(btf, btf_is_enum64(type) ? btf_enum64(type)[i].name_off : btf_enum(type)[i].name_off);
}

// The value of an enumerator in the running kernel; 0, as the C schedulers have it, where that has none.
static unsigned long long kernel_constant(const struct btf *kernel, const char *name)
{
	for (__u32 id = 1; id < btf__type_cnt(kernel); id++) {
		const struct btf_type *type = btf__type_by_id(kernel, id);

		if (!btf_is_any_enum(type))
			continue;
		for (int i = 0; i < btf_vlen(type); i++)
			if (!strcmp(enumerator_name(kernel, type, i), name))
				return enumerator(type, i);
	}
	return 0;
}

// Where a variable's value stands in the memory that its section's map begins with; NULL if there is no such variable of that size.
static void *global(const struct bpf_object *object, const char *section, const char *name, size_t size)
{
	const struct btf *btf = bpf_object__btf(object);
	struct bpf_map *map = bpf_object__find_map_by_name(object, section);
	int id = btf__find_by_name_kind(btf, section, BTF_KIND_DATASEC);
	size_t limit;
	char *data = map ? bpf_map__initial_value(map, &limit) : NULL;

	if (!data || id < 0)
		return NULL;
	const struct btf_type *type = btf__type_by_id(btf, id);
	const struct btf_var_secinfo *variable = btf_var_secinfos(type);

	for (int i = 0; i < btf_vlen(type); i++, variable++)
		if (!strcmp(btf__name_by_offset(btf, btf__type_by_id(btf, variable->type)->name_off), name))
			return variable->size == size && variable->offset + size <= limit ? data + variable->offset : NULL;
	return NULL;
}

static void set_constant(const struct bpf_object *object, const char *name, unsigned long long value)
{
	__u64 *wide = global(object, ".rodata", name, 8);
	__u32 *narrow = global(object, ".rodata", name, 4);

	if (wide)
		*wide = value;
	else if (narrow)
		*narrow = value;
}

// C schedulers keep the kernel's constants in variables (__SCX_DSQ_LOCAL...) that their user half fills, and what else it finds out.
static void fill_constants(const struct bpf_object *object, const struct btf *kernel)
{
	static const char *const cpu_counts[] = { "nr_cpu_ids", "nr_cpus", "num_possible_cpus" };
	static const char *const slices[] = { "slice_ns", "cgrp_slice_ns", "pair_batch_dur_ns" };
	const struct btf *btf = bpf_object__btf(object);
	int id = btf__find_by_name_kind(btf, ".rodata", BTF_KIND_DATASEC);

	if (id < 0)
		return;
	const struct btf_type *section = btf__type_by_id(btf, id);
	const struct btf_var_secinfo *variable = btf_var_secinfos(section);

	for (int i = 0; i < btf_vlen(section); i++, variable++) {
		const char *name = btf__name_by_offset(btf, btf__type_by_id(btf, variable->type)->name_off);

		if (!strncmp(name, "__SCX_", 6))
			set_constant(object, name, kernel_constant(kernel, name + 2));
	}
	for (size_t i = 0; i < sizeof(cpu_counts) / sizeof(*cpu_counts); i++)
		set_constant(object, cpu_counts[i], libbpf_num_possible_cpus());
	for (size_t i = 0; i < sizeof(slices) / sizeof(*slices); i++)
		set_constant(object, slices[i], kernel_constant(kernel, "SCX_SLICE_DFL"));
}

// The variable that tells how long one of our arrays is: it is named by a declaration tag.
static const char *length_name(const struct btf *btf, __u32 array)
{
	static const char tag[] = "scx:cpu-array:";

	for (__u32 id = 1; id < btf__type_cnt(btf); id++) {
		const struct btf_type *type = btf__type_by_id(btf, id);
		const char *name = btf__name_by_offset(btf, type->name_off);

		if (btf_is_decl_tag(type) && type->type == array && !strncmp(name, tag, sizeof(tag) - 1))
			return name + sizeof(tag) - 1;
	}
	return NULL;
}

// Arrays with an element for each CPU are compiled with one, each in a section of its own: .data.cpu_started_at.
static void size_arrays(const struct bpf_object *object)
{
	const struct btf *btf = bpf_object__btf(object);
	int cpus = libbpf_num_possible_cpus();

	for (__u32 id = 1; id < btf__type_cnt(btf); id++) {
		const struct btf_type *section = btf__type_by_id(btf, id);

		if (!btf_is_datasec(section) || btf_vlen(section) != 1)
			continue;
		const char *name = btf__name_by_offset(btf, section->name_off), *second = strchr(name + 1, '.');
		const struct btf_var_secinfo *variable = btf_var_secinfos(section);
		const struct btf_type *array = btf__type_by_id(btf, btf__type_by_id(btf, variable->type)->type);
		struct bpf_map *map = bpf_object__find_map_by_name(object, name);
		const char *length = length_name(btf, variable->type);

		while (btf_is_mod(array))
			array = btf__type_by_id(btf, array->type);
		if (!second || !strcmp(second, ".uei_dump") || !map || !btf_is_array(array) || btf_array(array)->nelems != 1)
			continue;
		if (bpf_map__set_value_size(map, variable->size * cpus))
			die("%s cannot have an element for each CPU", name);
		if (length)
			set_constant(object, length, cpus);
	}
}

static void report(struct bpf_program *program, const char *log)
{
	struct bpf_prog_info info = {};
	__u32 size = sizeof(info), lengths[256];
	__u64 addresses[256];
	const char *name = bpf_program__name(program), *states = strstr(log, "total_states ");

	info.nr_jited_ksyms = info.nr_jited_func_lens = 256;
	info.jited_ksyms = (__u64)(unsigned long)addresses;
	info.jited_func_lens = (__u64)(unsigned long)lengths;
	if (bpf_prog_get_info_by_fd(bpf_program__fd(program), &info, &size))
		die("%s: no information: %s", name, strerror(errno));
	if (!states || !info.jited_prog_len)
		die("%s: %s", name, states ? "not JITed" : "the verifier gave no statistics");
	printf("program\t%s\t%zu\t%zu\t%u\t%u\t%.*s\n", name, bpf_program__insn_cnt(program),
	       info.xlated_prog_len / sizeof(struct bpf_insn), info.jited_prog_len, info.verified_insns,
	       (int)strspn(states + 13, "0123456789"), states + 13);
	for (__u32 i = 0; i < info.nr_jited_ksyms && i < 256; i++) {
		if (!addresses[i])
			die("%s: the kernel hides where its code is", name);
		printf("code\t%s\t%llx\t%u\n", name, addresses[i], lengths[i]);
	}
}

// What the verifier said last of the program it refused, which is the last it was given.
static void print_refusal(struct bpf_object *object)
{
	struct bpf_program *program;
	const char *log, *last = "";
	size_t size, length;

	bpf_object__for_each_program(program, object)
		if ((log = bpf_program__log_buf(program, &size)) && *log)
			last = log;
	length = strlen(last);
	fputs(length > LOG_SHOWN ? last + length - LOG_SHOWN : last, stderr);
}

static int print_errors(enum libbpf_print_level level, const char *format, va_list args)
{
	return level == LIBBPF_WARN ? vfprintf(stderr, format, args) : 0;
}

static int enabled(void)
{
	char state[32] = "";
	FILE *file = fopen("/sys/kernel/sched_ext/state", "r");

	if (file) {
		if (!fgets(state, sizeof(state), file))
			state[0] = 0;
		fclose(file);
	}
	return !strncmp(state, "enabled", 7);
}

static int run(char **command)
{
	int status;
	pid_t pid = fork();

	if (!pid) {
		dup2(STDERR_FILENO, STDOUT_FILENO);
		execvp(command[0], command);
		die("%s: %s", command[0], strerror(errno));
	}
	if (pid < 0 || waitpid(pid, &status, 0) < 0)
		die("%s: %s", command[0], strerror(errno));
	return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

static int needs_size(const struct bpf_map *map)
{
	return !bpf_map__max_entries(map) &&
	       (bpf_map__type(map) == BPF_MAP_TYPE_ARRAY || bpf_map__type(map) == BPF_MAP_TYPE_HASH);
}

int main(int argc, char **argv)
{
	struct bpf_program *program;
	struct bpf_map *map;
	struct bpf_object *object;
	struct btf *kernel;
	struct bpf_link *links[16];
	// Each map is a file, those in maps too.
	const struct rlimit files = { 1 << 16, 1 << 16 };
	int link_count = 0, error, status;

	if (argc < 2)
		die("usage: scxload OBJECT [COMMAND...]");
	if (setrlimit(RLIMIT_NOFILE, &files))
		die("no more files can be open: %s", strerror(errno));
	libbpf_set_print(print_errors);
	if (!(object = bpf_object__open_file(argv[1], NULL)))
		die("%s cannot be opened: %s", argv[1], strerror(errno));
	if (!(kernel = btf__load_vmlinux_btf()))
		die("the kernel has no BTF");
	fill_constants(object, kernel);
	btf__free(kernel);
	size_arrays(object);
	// As the user halves do with maps for which the object leaves the size open.
	bpf_object__for_each_map(map, object)
		if (needs_size(map))
			bpf_map__set_max_entries(map, libbpf_num_possible_cpus());
	bpf_object__for_each_program(program, object) {
		bpf_program__set_log_level(program, LOG_LEVEL);
		bpf_program__set_log_buf(program, calloc(1, LOG_SIZE), LOG_SIZE);
	}
	if ((error = bpf_object__load(object))) {
		print_refusal(object);
		die("%s cannot be loaded: %s", argv[1], strerror(-error));
	}
	bpf_object__for_each_program(program, object) {
		size_t size;

		if (bpf_program__type(program) == BPF_PROG_TYPE_STRUCT_OPS)
			report(program, bpf_program__log_buf(program, &size));
	}
	fflush(stdout);
	if (argc == 2)
		return 0;

	bpf_object__for_each_map(map, object)
		if (bpf_map__type(map) == BPF_MAP_TYPE_STRUCT_OPS && link_count < 16 &&
		    !(links[link_count++] = bpf_map__attach_struct_ops(map)))
			die("%s cannot be attached: %s", argv[1], strerror(errno));
	if (!enabled())
		die("%s is attached, but sched_ext is not enabled", argv[1]);
	status = run(argv + 2);
	if (!enabled())
		die("the kernel ended %s during the load; see its log", argv[1]);
	while (link_count)
		bpf_link__destroy(links[--link_count]);
	if (status)
		die("%s ended with status %d", argv[2], status);
	return 0;
}
