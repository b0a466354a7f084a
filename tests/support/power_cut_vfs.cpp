// SPDX-License-Identifier: Apache-2.0
#include "tests/support/power_cut_vfs.h"

#include <sqlite3.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <mutex>
#include <optional>
#include <random>

#include "tests/support/power_cut_model.h"

namespace baraza::test {

using Operation = PowerCutVfs::Operation;

struct PowerCutVfs::Disk {
  struct File {
    CutFile bytes;
    bool exists = false;
    bool is_log = false;
    int handles = 0;
  };
  struct Fault {
    std::uint64_t in = 0;  // operations until it strikes; 0: not planned
    bool for_good = false;
  };
  struct Cut {
    std::uint64_t in = 0;
    std::uint64_t seed = 0;
  };

  std::string name;
  sqlite3_vfs vfs{};
  sqlite3_vfs* real = nullptr;

  mutable std::mutex mutex;
  std::map<std::string, File> files;
  bool down = false;
  std::optional<Cut> planned_cut;
  std::array<Fault, 4> faults{};
  std::optional<std::uint64_t> full_after;
  Counts counts;

  void cut(std::uint64_t seed) {
    std::mt19937_64 random(seed);
    for (auto& [path, file] : files) {
      if (file.exists) file.bytes.cut(random);
    }
    planned_cut.reset();
    down = true;
  }

  bool strikes(Operation operation) {
    Fault& fault = faults[static_cast<std::size_t>(operation)];
    if (fault.in == 0) return false;
    if (fault.in > 1) {
      --fault.in;
      return false;
    }
    if (!fault.for_good) fault.in = 0;
    ++counts.faults;
    return true;
  }

  // To be asked after the change was made to the model: it may be lost like any other.
  bool power_goes() {
    if (!planned_cut || --planned_cut->in > 0) return false;
    cut(planned_cut->seed);
    return true;
  }
};

namespace {

using Disk = PowerCutVfs::Disk;

// SQLite gives szOsFile bytes for each open file: ours, then the real one's.
struct Handle {
  sqlite3_file base;
  Disk* disk;
  Disk::File* file;  // null for what isn't followed, such as temporary files
};

Handle* handle_of(sqlite3_file* file) {
  return reinterpret_cast<Handle*>(file);
}
sqlite3_file* real_of(sqlite3_file* file) {
  return reinterpret_cast<sqlite3_file*>(handle_of(file) + 1);
}
Disk* disk_of(sqlite3_vfs* vfs) {
  return static_cast<Disk*>(vfs->pAppData);
}

int refuse(int result_code) {
  errno = EIO;
  return result_code;
}

int close_file(sqlite3_file* file) {
  Handle* handle = handle_of(file);
  const std::lock_guard lock(handle->disk->mutex);
  if (handle->file != nullptr) --handle->file->handles;
  return real_of(file)->pMethods->xClose(real_of(file));
}

int read_file(sqlite3_file* file, void* to, int size, sqlite3_int64 offset) {
  Disk& disk = *handle_of(file)->disk;
  const std::lock_guard lock(disk.mutex);
  ++disk.counts.reads;
  if (disk.down || disk.strikes(Operation::read)) return refuse(SQLITE_IOERR_READ);
  return real_of(file)->pMethods->xRead(real_of(file), to, size, offset);
}

int write_file(sqlite3_file* file, const void* from, int size, sqlite3_int64 offset) {
  Disk& disk = *handle_of(file)->disk;
  const std::lock_guard lock(disk.mutex);
  if (disk.down) return refuse(SQLITE_IOERR_WRITE);
  ++disk.counts.writes;
  if (disk.full_after && *disk.full_after == 0) {
    ++disk.counts.faults;
    return SQLITE_FULL;
  }
  if (disk.full_after) --*disk.full_after;
  const bool fails = disk.strikes(Operation::write);
  if (fails) size /= 2;
  if (Disk::File* known = handle_of(file)->file; known != nullptr) {
    known->bytes.write(static_cast<std::size_t>(offset),
                       {static_cast<const char*>(from), static_cast<std::size_t>(size)});
  }
  const int result_code = real_of(file)->pMethods->xWrite(real_of(file), from, size, offset);
  if (fails || disk.power_goes()) return refuse(SQLITE_IOERR_WRITE);
  return result_code;
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
  Disk& disk = *handle_of(file)->disk;
  const std::lock_guard lock(disk.mutex);
  if (disk.down) return refuse(SQLITE_IOERR_TRUNCATE);
  ++disk.counts.truncations;
  if (disk.strikes(Operation::truncate)) return refuse(SQLITE_IOERR_TRUNCATE);
  if (Disk::File* known = handle_of(file)->file; known != nullptr) {
    known->bytes.truncate(static_cast<std::size_t>(size));
  }
  const int result_code = real_of(file)->pMethods->xTruncate(real_of(file), size);
  if (disk.power_goes()) return refuse(SQLITE_IOERR_TRUNCATE);
  return result_code;
}

int sync_file(sqlite3_file* file, int) {
  Disk& disk = *handle_of(file)->disk;
  const std::lock_guard lock(disk.mutex);
  if (disk.down) return refuse(SQLITE_IOERR_FSYNC);
  Disk::File* known = handle_of(file)->file;
  ++disk.counts.syncs;
  if (known != nullptr && known->is_log) ++disk.counts.log_syncs;
  if (disk.strikes(Operation::sync)) {
    if (known != nullptr) known->bytes.fail_sync();
    return refuse(SQLITE_IOERR_FSYNC);
  }
  if (disk.power_goes()) return refuse(SQLITE_IOERR_FSYNC);
  if (known != nullptr) known->bytes.sync();
  return SQLITE_OK;
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
  Disk& disk = *handle_of(file)->disk;
  const std::lock_guard lock(disk.mutex);
  if (disk.down) return refuse(SQLITE_IOERR_FSTAT);
  return real_of(file)->pMethods->xFileSize(real_of(file), size);
}

// Locks and shared memory are the system's own; they don't outlive a process anyway.
int lock_file(sqlite3_file* file, int level) {
  return real_of(file)->pMethods->xLock(real_of(file), level);
}
int unlock_file(sqlite3_file* file, int level) {
  return real_of(file)->pMethods->xUnlock(real_of(file), level);
}
int check_reserved(sqlite3_file* file, int* out) {
  return real_of(file)->pMethods->xCheckReservedLock(real_of(file), out);
}
int file_control(sqlite3_file* file, int operation, void* argument) {
  return real_of(file)->pMethods->xFileControl(real_of(file), operation, argument);
}
int sector_size(sqlite3_file* file) {
  return real_of(file)->pMethods->xSectorSize(real_of(file));
}
int device_characteristics(sqlite3_file* file) {
  return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file));
}
int shm_map(sqlite3_file* file, int region, int size, int extend, void volatile** out) {
  return real_of(file)->pMethods->xShmMap(real_of(file), region, size, extend, out);
}
int shm_lock(sqlite3_file* file, int offset, int count, int flags) {
  return real_of(file)->pMethods->xShmLock(real_of(file), offset, count, flags);
}
void shm_barrier(sqlite3_file* file) {
  real_of(file)->pMethods->xShmBarrier(real_of(file));
}
int shm_unmap(sqlite3_file* file, int remove) {
  return real_of(file)->pMethods->xShmUnmap(real_of(file), remove);
}

// Version 2: without mapping files into memory, which would write past this account.
const sqlite3_io_methods kMethods = {2,
                                     close_file,
                                     read_file,
                                     write_file,
                                     truncate_file,
                                     sync_file,
                                     file_size,
                                     lock_file,
                                     unlock_file,
                                     check_reserved,
                                     file_control,
                                     sector_size,
                                     device_characteristics,
                                     shm_map,
                                     shm_lock,
                                     shm_barrier,
                                     shm_unmap,
                                     nullptr,
                                     nullptr};

// What is in the real file. A test may have changed it since the last connection was closed.
int load(sqlite3_file* real, Disk::File& file) {
  sqlite3_int64 size = 0;
  if (const int rc = real->pMethods->xFileSize(real, &size); rc != SQLITE_OK) return rc;
  Bytes content(static_cast<std::size_t>(size), '\0');
  if (size > 0) {
    const int rc = real->pMethods->xRead(real, content.data(), static_cast<int>(size), 0);
    if (rc != SQLITE_OK) return rc;
  }
  if (!file.exists || file.bytes.seen() != content) file.bytes.reset(std::move(content));
  file.exists = true;
  return SQLITE_OK;
}

int open_file(sqlite3_vfs* vfs, const char* path, sqlite3_file* out, int flags, int* out_flags) {
  Disk& disk = *disk_of(vfs);
  const std::lock_guard lock(disk.mutex);
  Handle* handle = handle_of(out);
  handle->base.pMethods = nullptr;
  if (disk.down) return refuse(SQLITE_CANTOPEN);
  sqlite3_file* real = real_of(out);
  real->pMethods = nullptr;
  int rc = disk.real->xOpen(disk.real, path, real, flags, out_flags);
  handle->disk = &disk;
  handle->file = nullptr;
  const int followed = SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL;
  if (rc == SQLITE_OK && path != nullptr && (flags & followed) != 0) {
    Disk::File& file = disk.files[path];
    if (file.handles == 0) rc = load(real, file);
    file.is_log = (flags & SQLITE_OPEN_WAL) != 0;
    if (rc == SQLITE_OK) {
      ++file.handles;
      handle->file = &file;
    }
  }
  if (rc != SQLITE_OK) {
    if (real->pMethods != nullptr) real->pMethods->xClose(real);
    return rc;
  }
  handle->base.pMethods = &kMethods;
  return SQLITE_OK;
}

int delete_file(sqlite3_vfs* vfs, const char* path, int) {
  Disk& disk = *disk_of(vfs);
  const std::lock_guard lock(disk.mutex);
  if (disk.down) return refuse(SQLITE_IOERR_DELETE);
  if (const auto found = disk.files.find(path); found != disk.files.end()) {
    found->second.bytes.reset({});
    found->second.exists = false;
  }
  return disk.real->xDelete(disk.real, path, 0);
}

int access_file(sqlite3_vfs* vfs, const char* path, int flags, int* out) {
  Disk& disk = *disk_of(vfs);
  const std::lock_guard lock(disk.mutex);
  if (disk.down) return refuse(SQLITE_IOERR_ACCESS);
  return disk.real->xAccess(disk.real, path, flags, out);
}

int full_path(sqlite3_vfs* vfs, const char* path, int size, char* out) {
  return disk_of(vfs)->real->xFullPathname(disk_of(vfs)->real, path, size, out);
}
int random_bytes(sqlite3_vfs* vfs, int size, char* out) {
  return disk_of(vfs)->real->xRandomness(disk_of(vfs)->real, size, out);
}
int sleep_for(sqlite3_vfs* vfs, int microseconds) {
  return disk_of(vfs)->real->xSleep(disk_of(vfs)->real, microseconds);
}
int current_time(sqlite3_vfs* vfs, double* out) {
  return disk_of(vfs)->real->xCurrentTime(disk_of(vfs)->real, out);
}
int last_error(sqlite3_vfs*, int, char*) {
  return errno;
}

}  // namespace

PowerCutVfs::PowerCutVfs(const std::string& name) : disk_(std::make_unique<Disk>()) {
  disk_->name = name;
  disk_->real = sqlite3_vfs_find(nullptr);
  sqlite3_vfs& vfs = disk_->vfs;
  vfs.iVersion = 1;
  vfs.szOsFile = static_cast<int>(sizeof(Handle)) + disk_->real->szOsFile;
  vfs.mxPathname = disk_->real->mxPathname;
  vfs.zName = disk_->name.c_str();
  vfs.pAppData = disk_.get();
  vfs.xOpen = open_file;
  vfs.xDelete = delete_file;
  vfs.xAccess = access_file;
  vfs.xFullPathname = full_path;
  vfs.xRandomness = random_bytes;
  vfs.xSleep = sleep_for;
  vfs.xCurrentTime = current_time;
  vfs.xGetLastError = last_error;
  sqlite3_vfs_register(&vfs, 0);
}

PowerCutVfs::~PowerCutVfs() {
  for (const auto& [path, file] : disk_->files) {
    if (file.handles == 0) continue;
    std::fprintf(stderr, "PowerCutVfs: %s is still open\n", path.c_str());
    std::abort();  // the connection would go on with what is freed here
  }
  sqlite3_vfs_unregister(&disk_->vfs);
}

const std::string& PowerCutVfs::name() const {
  return disk_->name;
}

void PowerCutVfs::cut(std::uint64_t seed) {
  const std::lock_guard lock(disk_->mutex);
  if (!disk_->down) disk_->cut(seed);
}

void PowerCutVfs::cut_at(std::uint64_t nth, std::uint64_t seed) {
  const std::lock_guard lock(disk_->mutex);
  disk_->planned_cut = Disk::Cut{nth, seed};
}

bool PowerCutVfs::is_cut() const {
  const std::lock_guard lock(disk_->mutex);
  return disk_->down;
}

bool PowerCutVfs::restore() {
  heal();
  const std::lock_guard lock(disk_->mutex);
  for (const auto& [path, file] : disk_->files) {
    if (file.handles > 0) return false;
  }
  disk_->planned_cut.reset();
  if (!disk_->down) return true;
  for (const auto& [path, file] : disk_->files) {
    if (!file.exists) continue;
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.write(file.bytes.seen().data(), static_cast<std::streamsize>(file.bytes.seen().size()));
    if (!out.flush()) return false;
  }
  disk_->down = false;
  return true;
}

void PowerCutVfs::fail(Operation operation, std::uint64_t nth, bool for_good) {
  const std::lock_guard lock(disk_->mutex);
  disk_->faults[static_cast<std::size_t>(operation)] = {nth, for_good};
}

void PowerCutVfs::fill_disk(std::uint64_t after_writes) {
  const std::lock_guard lock(disk_->mutex);
  disk_->full_after = after_writes;
}

void PowerCutVfs::heal() {
  const std::lock_guard lock(disk_->mutex);
  disk_->faults = {};
  disk_->full_after.reset();
}

PowerCutVfs::Counts PowerCutVfs::counts() const {
  const std::lock_guard lock(disk_->mutex);
  return disk_->counts;
}

void PowerCutVfs::reset_counts() {
  const std::lock_guard lock(disk_->mutex);
  disk_->counts = {};
}

}  // namespace baraza::test
