/* Preloaded into a process, kills it just before the n-th call that changes a file under a folder,
   or in the middle of it: what a killed process or a cut of the power may leave at that moment. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static char folder[4096];
static long kill_at, n_calls;
static int torn;

/* at: the call before which the process dies. half: only writes count, and half of it is done. */
void arm(const char *under, long at, int half) {
    snprintf(folder, sizeof folder, "%s/", under);
    kill_at = at;
    torn = half;
    n_calls = 0;
}

static int under_folder(const char *path) {
    char absolute[8192];
    if (!folder[0] || !path) return 0;
    if (path[0] != '/') {
        if (!getcwd(absolute, 4096)) return 0;
        strcat(absolute, "/");
        strncat(absolute, path, 4000);
        path = absolute;
    }
    return strncmp(path, folder, strlen(folder)) == 0;
}

static int of_descriptor(int descriptor) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t n = readlink(link, path, sizeof path - 1);
    if (n < 0) return 0;
    path[n] = 0;
    return under_folder(path);
}

/* Returns 1 where half of this call is still to be done before the end. */
static int last_call(int counts, int can_be_torn) {
    if (!counts || (torn && !can_be_torn) || ++n_calls != kill_at) return 0;
    if (torn) return 1;
    kill(getpid(), SIGKILL);
    return 0;
}

static void *next(const char *name) { return dlsym(RTLD_NEXT, name); }

#define DIE_HALF(call) do { (void)!(call); kill(getpid(), SIGKILL); } while (0)

ssize_t write(int d, const void *data, size_t n) {
    ssize_t (*real)(int, const void *, size_t) = next("write");
    if (last_call(of_descriptor(d), n > 1)) DIE_HALF(real(d, data, n / 2));
    return real(d, data, n);
}

ssize_t pwrite(int d, const void *data, size_t n, off_t at) {
    ssize_t (*real)(int, const void *, size_t, off_t) = next("pwrite");
    if (last_call(of_descriptor(d), n > 1)) DIE_HALF(real(d, data, n / 2, at));
    return real(d, data, n, at);
}

ssize_t pwrite64(int d, const void *data, size_t n, off_t at) {
    ssize_t (*real)(int, const void *, size_t, off_t) = next("pwrite64");
    if (last_call(of_descriptor(d), n > 1)) DIE_HALF(real(d, data, n / 2, at));
    return real(d, data, n, at);
}

ssize_t sendfile(int d, int from, off_t *at, size_t n) {
    ssize_t (*real)(int, int, off_t *, size_t) = next("sendfile");
    if (last_call(of_descriptor(d), 1)) DIE_HALF(real(d, from, at, 5000));
    return real(d, from, at, n);
}

ssize_t sendfile64(int d, int from, off_t *at, size_t n) {
    ssize_t (*real)(int, int, off_t *, size_t) = next("sendfile64");
    if (last_call(of_descriptor(d), 1)) DIE_HALF(real(d, from, at, 5000));
    return real(d, from, at, n);
}

ssize_t copy_file_range(int from, off_t *from_at, int d, off_t *at, size_t n, unsigned flags) {
    ssize_t (*real)(int, off_t *, int, off_t *, size_t, unsigned) = next("copy_file_range");
    if (last_call(of_descriptor(d), 1)) DIE_HALF(real(from, from_at, d, at, 5000, flags));
    return real(from, from_at, d, at, n, flags);
}

#define ON_DESCRIPTOR(name, parameters, arguments)                        \
    int name parameters {                                                 \
        int(*real) parameters = next(#name);                              \
        last_call(of_descriptor(d), 0);                                   \
        return real arguments;                                            \
    }

ON_DESCRIPTOR(fsync, (int d), (d))
ON_DESCRIPTOR(fdatasync, (int d), (d))
ON_DESCRIPTOR(ftruncate, (int d, off_t n), (d, n))
ON_DESCRIPTOR(ftruncate64, (int d, off_t n), (d, n))

#define ON_PATH(name, parameters, arguments)                              \
    int name parameters {                                                 \
        int(*real) parameters = next(#name);                              \
        last_call(under_folder(path), 0);                                 \
        return real arguments;                                            \
    }

ON_PATH(unlink, (const char *path), (path))
ON_PATH(rmdir, (const char *path), (path))
ON_PATH(mkdir, (const char *path, mode_t mode), (path, mode))
ON_PATH(truncate, (const char *path, off_t n), (path, n))
ON_PATH(rename, (const char *path, const char *target), (path, target))
ON_PATH(link, (const char *path, const char *target), (path, target))

int renameat(int d, const char *path, int to, const char *target) {
    int (*real)(int, const char *, int, const char *) = next("renameat");
    last_call(under_folder(path), 0);
    return real(d, path, to, target);
}

int unlinkat(int d, const char *path, int flags) {
    int (*real)(int, const char *, int) = next("unlinkat");
    last_call(path[0] == '/' ? under_folder(path) : of_descriptor(d), 0);
    return real(d, path, flags);
}

#define OPENING(name)                                                     \
    int name(const char *path, int flags, ...) {                          \
        int (*real)(const char *, int, ...) = next(#name);                \
        va_list rest;                                                     \
        va_start(rest, flags);                                            \
        mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;         \
        va_end(rest);                                                     \
        last_call((flags & (O_CREAT | O_TRUNC)) && under_folder(path), 0); \
        return real(path, flags, mode);                                   \
    }

OPENING(open)
OPENING(open64)
