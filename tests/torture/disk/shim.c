/* Stands between a process and its disk (LD_PRELOAD): writes down what was done to the files of one folder, or lets it fail as a bad disk does.
 *
 *   SHUKE_DISK_FOLDER  the folder that is watched
 *   SHUKE_DISK_LOG     where to write down: see record() for the form, log.ts for the reader
 *   SHUKE_DISK_FAULT   full:N after N bytes · io:N, sync:N, readonly:N, gone:N after N operations · slow:N milliseconds for each
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>


static pthread_mutex_t lock = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static char folder[PATH_MAX];
static size_t folderLength;
static int logTo = -1;
static char fault[16];
static long long left = -1;

__attribute__((constructor)) static void begin(void) {
  const char *watched = getenv("SHUKE_DISK_FOLDER"), *log = getenv("SHUKE_DISK_LOG"), *kind = getenv("SHUKE_DISK_FAULT");
  if (watched) folderLength = (size_t)snprintf(folder, sizeof folder, "%s", watched);
  if (log) logTo = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (kind) sscanf(kind, "%15[a-z]:%lld", fault, &left);
}

static int watched(const char *path) {
  return folderLength > 0 && path && strncmp(path, folder, folderLength) == 0 && (path[folderLength] == '/' || path[folderLength] == 0);
}

static int watchedFile(int fd, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = syscall(SYS_readlinkat, AT_FDCWD, link, path, PATH_MAX - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return watched(path);
}

/* kind, length of the path, length of the data, offset; then path and data. */
static void record(char kind, const char *path, long long offset, const void *data, size_t length) {
  if (logTo < 0) return;
  struct __attribute__((packed)) { char kind; uint16_t path; uint32_t data; int64_t offset; } head = {
    kind, (uint16_t)strlen(path), (uint32_t)length, offset };
  struct iovec parts[3] = { { &head, sizeof head }, { (void *)path, head.path }, { (void *)data, length } };
  syscall(SYS_writev, logTo, parts, 3);
}

static int is(const char *kind) { return strcmp(fault, kind) == 0; }

/* The error an operation meets now, or 0. A full disk is counted in bytes, by room(). */
static int trouble(int writes, int syncs) {
  if (!fault[0]) return 0;
  if (is("slow")) {
    if (writes || syncs) usleep((useconds_t)left * 1000);
    return 0;
  }
  if (is("full")) return 0;
  if (is("sync") && !syncs) return 0;
  if (is("gone") ? 0 : !(writes || syncs)) return 0;
  if (left > 0) { left -= 1; return 0; }
  if (is("readonly")) return writes ? EROFS : 0;
  return EIO;
}

static int failed(int error) { errno = error; return -1; }

/* How many of these bytes there is still room for. */
static size_t room(size_t length) {
  if (!is("full")) return length;
  size_t fits = left > (long long)length ? length : (size_t)left;
  left -= (long long)fits;
  return fits;
}

#define GUARD(writes, syncs) { int error = trouble(writes, syncs); if (error) { pthread_mutex_unlock(&lock); return failed(error); } }

static ssize_t put(int fd, const char *path, const void *data, size_t length, off64_t at, int positioned) {
  pthread_mutex_lock(&lock);
  GUARD(1, 0)
  size_t fits = room(length);
  if (fits == 0 && length > 0) { pthread_mutex_unlock(&lock); return failed(ENOSPC); }
  if (!positioned) at = syscall(SYS_lseek, fd, 0, SEEK_CUR);
  ssize_t done = positioned ? syscall(SYS_pwrite64, fd, data, fits, at) : syscall(SYS_write, fd, data, fits);
  if (done > 0) record('W', path, at, data, (size_t)done);
  pthread_mutex_unlock(&lock);
  return done;
}

ssize_t pwrite64(int fd, const void *data, size_t length, off64_t at) {
  char path[PATH_MAX];
  if (!watchedFile(fd, path)) return syscall(SYS_pwrite64, fd, data, length, at);
  return put(fd, path, data, length, at, 1);
}

ssize_t pwrite(int fd, const void *data, size_t length, off_t at) { return pwrite64(fd, data, length, at); }

ssize_t write(int fd, const void *data, size_t length) {
  char path[PATH_MAX];
  if (fd == 1) record('A', "", 0, data, length);
  if (fd <= 2 || !watchedFile(fd, path)) return syscall(SYS_write, fd, data, length);
  return put(fd, path, data, length, 0, 0);
}

ssize_t pread64(int fd, void *data, size_t length, off64_t at) {
  char path[PATH_MAX];
  if (is("gone") && watchedFile(fd, path)) { pthread_mutex_lock(&lock); GUARD(0, 0) pthread_mutex_unlock(&lock); }
  return syscall(SYS_pread64, fd, data, length, at);
}

int ftruncate64(int fd, off64_t size) {
  char path[PATH_MAX];
  if (!watchedFile(fd, path)) return (int)syscall(SYS_ftruncate, fd, size);
  pthread_mutex_lock(&lock);
  GUARD(1, 0)
  int done = (int)syscall(SYS_ftruncate, fd, size);
  if (done == 0) record('T', path, size, "", 0);
  pthread_mutex_unlock(&lock);
  return done;
}

int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

static int flush(int fd, long call) {
  char path[PATH_MAX];
  if (!watchedFile(fd, path)) return (int)syscall(call, fd);
  pthread_mutex_lock(&lock);
  GUARD(0, 1)
  /* The cut is simulated: whether this disk has it does not matter. */
  record('S', path, 0, "", 0);
  pthread_mutex_unlock(&lock);
  return 0;
}

int fsync(int fd) { return flush(fd, SYS_fsync); }
int fdatasync(int fd) { return flush(fd, SYS_fdatasync); }

int unlink(const char *path) {
  if (!watched(path)) return (int)syscall(SYS_unlink, path);
  pthread_mutex_lock(&lock);
  GUARD(1, 0)
  int done = (int)syscall(SYS_unlink, path);
  if (done == 0) record('U', path, 0, "", 0);
  pthread_mutex_unlock(&lock);
  return done;
}

/* What removes without calling unlink by its name. */
int unlinkat(int at, const char *path, int flags) {
  char full[PATH_MAX * 2];
  char folder[PATH_MAX];
  if (at == AT_FDCWD || path[0] == '/') snprintf(full, sizeof full, "%s", path);
  else if (watchedFile(at, folder)) snprintf(full, sizeof full, "%s/%s", folder, path);
  else return (int)syscall(SYS_unlinkat, at, path, flags);
  if (!watched(full)) return (int)syscall(SYS_unlinkat, at, path, flags);
  pthread_mutex_lock(&lock);
  GUARD(1, 0)
  int done = (int)syscall(SYS_unlinkat, at, path, flags);
  if (done == 0) record('U', full, 0, "", 0);
  pthread_mutex_unlock(&lock);
  return done;
}

int remove(const char *path) {
  int done = unlinkat(AT_FDCWD, path, 0);
  return done == 0 || (errno != EISDIR && errno != EPERM) ? done : unlinkat(AT_FDCWD, path, AT_REMOVEDIR);
}

int mkdir(const char *path, mode_t mode) {
  if (!watched(path)) return (int)syscall(SYS_mkdir, path, mode);
  pthread_mutex_lock(&lock);
  GUARD(1, 0)
  int done = (int)syscall(SYS_mkdir, path, mode);
  if (done == 0) record('D', path, 0, "", 0);
  pthread_mutex_unlock(&lock);
  return done;
}

int rename(const char *from, const char *to) {
  if (!watched(from)) return (int)syscall(SYS_rename, from, to);
  pthread_mutex_lock(&lock);
  GUARD(1, 0)
  int done = (int)syscall(SYS_rename, from, to);
  if (done == 0) record('R', from, 0, to, strlen(to));
  pthread_mutex_unlock(&lock);
  return done;
}

int access(const char *path, int mode) {
  if (watched(path) && is("gone") && left <= 0) return failed(ENOENT);
  if (watched(path) && is("readonly") && left <= 0 && (mode & W_OK)) return failed(EROFS);
  return (int)syscall(SYS_access, path, mode);
}

static int openAt(int at, const char *path, int flags, mode_t mode) {
  if (!watched(path)) return (int)syscall(SYS_openat, at, path, flags, mode);
  pthread_mutex_lock(&lock);
  int makes = (flags & O_CREAT) && syscall(SYS_access, path, F_OK) != 0;
  if (is("gone") && left <= 0) { pthread_mutex_unlock(&lock); return failed(ENOENT); }
  if (is("readonly") && left <= 0 && (makes || (flags & O_ACCMODE) != O_RDONLY)) { pthread_mutex_unlock(&lock); return failed(EROFS); }
  if (makes && is("full") && left <= 0) { pthread_mutex_unlock(&lock); return failed(ENOSPC); }
  int fd = (int)syscall(SYS_openat, at, path, flags, mode);
  if (fd >= 0 && makes) record('C', path, 0, "", 0);
  if (fd >= 0 && !makes && (flags & O_TRUNC)) record('T', path, 0, "", 0);
  pthread_mutex_unlock(&lock);
  return fd;
}

#define MODE mode_t mode = 0; if (flags & (O_CREAT | O_TMPFILE)) { va_list list; va_start(list, flags); mode = va_arg(list, mode_t); va_end(list); }

int open64(const char *path, int flags, ...) { MODE return openAt(AT_FDCWD, path, flags | O_LARGEFILE, mode); }
int open(const char *path, int flags, ...) { MODE return openAt(AT_FDCWD, path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { MODE return openAt(at, path, flags, mode); }
