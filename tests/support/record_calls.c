/* Preloaded into a process, writes down every call that changes a file under a folder, in order,
   with the bytes: a line "NAME<tab>PATH<tab>TARGET<tab>OFFSET<tab>LENGTH", then LENGTH bytes. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

static char folder[4096];
static int list = -1;

void record(const char *under, const char *to) {
    snprintf(folder, sizeof folder, "%s", under);
    list = syscall(SYS_openat, AT_FDCWD, to, O_WRONLY | O_CREAT | O_APPEND, 0600);
}

static void *next(const char *name) { return dlsym(RTLD_NEXT, name); }

static int is_under(const char *path) {
    size_t n = strlen(folder);
    return list >= 0 && path && strncmp(path, folder, n) == 0 && (path[n] == '/' || !path[n]);
}

static int path_of(int descriptor, char *path) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t n = readlink(link, path, 4095);
    path[n < 0 ? 0 : n] = 0;
    return is_under(path);
}

static void note(const char *name, const char *path, const char *target, long at, const void *data,
                 size_t n) {
    char line[9000];
    int length = snprintf(line, sizeof line, "%s\t%s\t%s\t%ld\t%zu\n", name, path, target, at, n);
    if (syscall(SYS_write, list, line, length) < 0) abort();
    if (n && syscall(SYS_write, list, data, n) < 0) abort();
}

static void note_written(int d, long at, const void *data, ssize_t n) {
    char path[4096];
    if (n > 0 && path_of(d, path)) note("write", path, "", at, data, n);
}

/* What the system has copied by itself is read back. */
static void note_copied(int d, long at, ssize_t n) {
    char path[4096], *data = n > 0 ? malloc(n) : NULL;
    if (data && path_of(d, path)) {
        int copy = syscall(SYS_openat, AT_FDCWD, path, O_RDONLY);
        if (pread(copy, data, n, at) == n) note("write", path, "", at, data, n);
        syscall(SYS_close, copy);
    }
    free(data);
}

ssize_t write(int d, const void *data, size_t n) {
    ssize_t (*real)(int, const void *, size_t) = next("write");
    long at = list >= 0 ? lseek(d, 0, SEEK_CUR) : 0;
    ssize_t done = real(d, data, n);
    note_written(d, at, data, done);
    return done;
}

#define POSITIONED(name, offset)                                          \
    ssize_t name(int d, const void *data, size_t n, offset at) {          \
        ssize_t (*real)(int, const void *, size_t, offset) = next(#name); \
        ssize_t done = real(d, data, n, at);                              \
        note_written(d, at, data, done);                                  \
        return done;                                                      \
    }

POSITIONED(pwrite, off_t)
POSITIONED(pwrite64, off64_t)

#define SENDING(name, offset)                                             \
    ssize_t name(int d, int from, offset *from_at, size_t n) {            \
        ssize_t (*real)(int, int, offset *, size_t) = next(#name);        \
        long at = list >= 0 ? lseek(d, 0, SEEK_CUR) : 0;                  \
        ssize_t done = real(d, from, from_at, n);                         \
        note_copied(d, at, done);                                         \
        return done;                                                      \
    }

SENDING(sendfile, off_t)
SENDING(sendfile64, off64_t)

#define ON_DESCRIPTOR(name, as, parameters, arguments, at)                \
    int name parameters {                                                 \
        int(*real) parameters = next(#name);                              \
        int failed = real arguments;                                      \
        char path[4096];                                                  \
        if (!failed && path_of(d, path)) note(as, path, "", at, "", 0);   \
        return failed;                                                    \
    }

ON_DESCRIPTOR(fsync, "sync", (int d), (d), 0)
ON_DESCRIPTOR(fdatasync, "sync", (int d), (d), 0)
ON_DESCRIPTOR(ftruncate, "truncate", (int d, off_t n), (d, n), n)
ON_DESCRIPTOR(ftruncate64, "truncate", (int d, off64_t n), (d, n), n)

#define ON_PATH(name, as, parameters, arguments, target)                  \
    int name parameters {                                                 \
        int(*real) parameters = next(#name);                              \
        int failed = real arguments;                                      \
        if (!failed && is_under(path)) note(as, path, target, 0, "", 0);  \
        return failed;                                                    \
    }

ON_PATH(unlink, "remove", (const char *path), (path), "")
ON_PATH(rmdir, "remove", (const char *path), (path), "")
ON_PATH(mkdir, "folder", (const char *path, mode_t mode), (path, mode), "")
ON_PATH(rename, "rename", (const char *path, const char *target), (path, target), target)

int unlinkat(int d, const char *path, int flags) {
    int (*real)(int, const char *, int) = next("unlinkat");
    char whole[9000];
    int known = path[0] != '/' && path_of(d, whole);
    if (known) snprintf(whole + strlen(whole), 4096, "/%s", path);
    int failed = real(d, path, flags);
    if (!failed && (known || is_under(path))) note("remove", known ? whole : path, "", 0, "", 0);
    return failed;
}

#define OPENING(name)                                                     \
    int name(const char *path, int flags, ...) {                          \
        int (*real)(const char *, int, ...) = next(#name);                \
        va_list rest;                                                     \
        va_start(rest, flags);                                            \
        mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;         \
        va_end(rest);                                                     \
        int was_there = access(path, F_OK) == 0;                          \
        int d = real(path, flags, mode);                                  \
        if (d >= 0 && is_under(path) && (flags & O_ACCMODE) != O_RDONLY) { \
            if (!was_there) note("create", path, "", 0, "", 0);           \
            else if (flags & O_TRUNC) note("truncate", path, "", 0, "", 0); \
        }                                                                 \
        return d;                                                         \
    }

OPENING(open)
OPENING(open64)
