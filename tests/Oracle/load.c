// Loads each callback of each sched_ext object of a directory on its own, and says what the verifier made of it.
//   load DIRECTORY
// Output, tab-separated: OBJECT  CALLBACK  ERRNO  REASON  PLACE
// ERRNO is 0 if it was accepted. CALLBACK is "-" for an object that cannot be opened or whose maps cannot be made.
#include <bpf/bpf.h>
#include <bpf/btf.h>
#include <bpf/libbpf.h>
#include <dirent.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LOG_SIZE (1 << 20)
#define MAX_CALLBACKS 64
#define MAX_PATH 4096

static char *verifier_log;

static int silent(enum libbpf_print_level level, const char *format, va_list args)
{
	return 0;
}

static struct bpf_map *ops_map(struct bpf_object *object)
{
	struct bpf_map *map;

	bpf_object__for_each_map(map, object)
		if (bpf_map__type(map) == BPF_MAP_TYPE_STRUCT_OPS)
			return map;
	return NULL;
}

// Keeps one callback of the ops table, which is what libbpf loads programs by. Returns its name, or NULL if there are no more.
static const char *keep_only(struct bpf_object *object, int wanted)
{
	const struct btf *btf = bpf_object__btf(object);
	struct bpf_map *map = ops_map(object);
	const char *kept = NULL;
	size_t size;
	char *table;
	int seen = 0;

	if (!map || !(table = bpf_map__initial_value(map, &size)))
		return NULL;
	const struct btf_type *type = btf__type_by_id(btf, bpf_map__btf_value_type_id(map));
	const struct btf_member *member = btf_members(type);

	for (int i = 0; i < btf_vlen(type); i++, member++) {
		const struct btf_type *of = btf__type_by_id(btf, btf__resolve_type(btf, member->type));
		struct bpf_program **slot = (void *)(table + member->offset / 8);

		if (!btf_is_ptr(of) || !*slot)
			continue;
		if (seen++ == wanted)
			kept = btf__name_by_offset(btf, member->name_off);
		else
			*slot = NULL;
	}
	return kept;
}

static int starts(const char *text, const char *with)
{
	return !strncmp(text, with, strlen(with));
}

// What the verifier says of itself, and its walk through the program, are no reasons.
static int is_reason(const char *line)
{
	static const char *const other[] = { "processed ", "stack depth", "verification time", "Live regs", "func#", "from ", "caller:", "callee:",
		"max_states", "returning from", "reg type unsupported", "func '", "Validating ", "mark_precise", "frame", "arg#", "Verification failed", "BPF_EXIT" };

	for (size_t i = 0; i < sizeof(other) / sizeof(other[0]); i++)
		if (starts(line, other[i]) && strcmp(line, "BPF_EXIT"))
			return starts(line, "BPF_EXIT");
	if (line[0] == ';' || line[0] == ' ' || line[0] == '\0')
		return 0;
	return !(line[0] >= '0' && line[0] <= '9');
}

// The first reason after the last source line, and that line.
static void print_reason(const char *log)
{
	char *copy = strdup(log), *line, *place = "", *reason = "", *rest = copy;

	while ((line = strsep(&rest, "\n"))) {
		if (line[0] == ';' && (line = strstr(line, " @ ")))
			place = line + 3;
		else if (line && !*reason && is_reason(line))
			reason = line;
	}
	for (char *c = reason; *c; c++)
		if (*c == '\t')
			*c = ' ';
	printf("%s\t%s\n", reason, place);
	free(copy);
}

static int load_callback(const char *path, const char *name, int index)
{
	struct bpf_object *object = bpf_object__open_file(path, NULL);
	struct bpf_program *program;
	const char *callback;
	int error;

	if (!object) {
		printf("%s\t-\t%d\tcannot be opened\t\n", name, errno);
		return 0;
	}
	callback = keep_only(object, index);
	if (callback) {
		*verifier_log = 0;
		bpf_object__for_each_program(program, object) {
			bpf_program__set_log_level(program, 1);
			bpf_program__set_log_buf(program, verifier_log, LOG_SIZE);
			if (bpf_program__type(program) != BPF_PROG_TYPE_STRUCT_OPS)
				bpf_program__set_autoload(program, false);
		}
		error = bpf_object__load(object);
		printf("%s\t%s\t%d\t", name, *verifier_log || !error ? callback : "-", -error);
		if (error)
			print_reason(verifier_log);
		else
			puts("\t");
	}
	bpf_object__close(object);
	return callback != NULL;
}

int main(int argc, char **argv)
{
	struct dirent **entries;
	char path[MAX_PATH];
	int count;

	if (argc != 2 || (count = scandir(argv[1], &entries, NULL, alphasort)) < 0) {
		fputs("usage: load DIRECTORY\n", stderr);
		return 2;
	}
	libbpf_set_print(silent);
	verifier_log = malloc(LOG_SIZE);
	for (int i = 0; i < count; i++) {
		const char *name = entries[i]->d_name;

		if (!strstr(name, ".bpf.o"))
			continue;
		snprintf(path, sizeof(path), "%s/%s", argv[1], name);
		for (int index = 0; index < MAX_CALLBACKS && load_callback(path, name, index); index++)
			;
	}
	return 0;
}
