// Stock SQLite FTS5 behind as little else as possible: the competitor of the index stage.
//
//   stock_fts5 [--from-memory] [--late-merge] DUMP.jsonl NEW.db
//
// Reads records in pieces, parses them with simdjson's On Demand parser and binds views of its
// buffers to two prepared statements: nothing is copied before SQLite does it. One transaction, no
// journal, no fsync, 1 GB of page cache, single-threaded SQLite without accounting of memory, then
// 'optimize'. With --from-memory all records are parsed first, and only what follows is measured.
// FTS5's own settings are its defaults; with --late-merge it does not merge before 'optimize'.
// Prints one JSON object; cpu_s is user and system time.

#include <simdjson.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr const char* kSchema =
    "PRAGMA page_size=16384; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;"
    "PRAGMA locking_mode=EXCLUSIVE; PRAGMA cache_size=-1000000; PRAGMA temp_store=MEMORY;"
    "CREATE TABLE articles(id INTEGER PRIMARY KEY, key TEXT, title TEXT, published TEXT,"
    " source TEXT, body TEXT);"
    "CREATE VIRTUAL TABLE articles_fts USING fts5(body, title, content='articles',"
    " content_rowid='id', tokenize='porter unicode61 remove_diacritics 2');"
    "BEGIN";

constexpr const char* kLateMerge =
    "INSERT INTO articles_fts(articles_fts, rank) VALUES('automerge', 0);"
    "INSERT INTO articles_fts(articles_fts, rank) VALUES('crisismerge', 1999)";

[[noreturn]] void fail(const std::string& message) {
  std::fprintf(stderr, "stock_fts5: %s\n", message.c_str());
  std::exit(1);
}

struct Record {
  std::string_view key, title, published, source, body;
};

/// Where the records of a dump go, one by one; the views end with the call.
template <typename Sink>
void read_records(const char* path, Sink&& sink) {
  FILE* file = std::fopen(path, "rb");
  if (!file) fail(std::string(path) + ": cannot be read");
  std::setvbuf(file, nullptr, _IONBF, 0);
  // Small enough to stay in the cache of the core; grows when a record is larger.
  std::vector<char> buffer((1 << 20) + simdjson::SIMDJSON_PADDING);
  simdjson::ondemand::parser parser;
  size_t filled = 0;
  bool at_end = false;
  while (!at_end) {
    size_t room = buffer.size() - simdjson::SIMDJSON_PADDING - filled;
    size_t got = std::fread(buffer.data() + filled, 1, room, file);
    at_end = got < room;
    filled += got;
    if (at_end && filled > 0 && buffer[filled - 1] != '\n') buffer[filled++] = '\n';
    size_t start = 0;
    while (const void* found = std::memchr(buffer.data() + start, '\n', filled - start)) {
      size_t length = static_cast<const char*>(found) - (buffer.data() + start);
      if (length > 0) {
        simdjson::padded_string_view line(buffer.data() + start, length, buffer.size() - start);
        simdjson::ondemand::document document;
        if (auto error = parser.iterate(line).get(document))
          fail(simdjson::error_message(error));
        simdjson::ondemand::object object;
        if (auto error = document.get_object().get(object)) fail(simdjson::error_message(error));
        Record record;
        for (auto field : object) {
          std::string_view name;
          if (auto error = field.unescaped_key().get(name)) fail(simdjson::error_message(error));
          std::string_view* target = name == "id"          ? &record.key
                                     : name == "title"     ? &record.title
                                     : name == "published" ? &record.published
                                     : name == "source"    ? &record.source
                                     : name == "body"      ? &record.body
                                                           : nullptr;
          if (!target) continue;
          auto error = field.value().get_string().get(*target);
          if (error && error != simdjson::INCORRECT_TYPE) fail(simdjson::error_message(error));
        }
        sink(record);
      }
      start += length + 1;
    }
    std::memmove(buffer.data(), buffer.data() + start, filled - start);
    filled -= start;
    if (!at_end && start == 0) buffer.resize(buffer.size() * 2);
  }
  std::fclose(file);
}

class Index {
 public:
  Index(const char* path, bool merges_late) {
    sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    check(sqlite3_open(path, &database_));
    run(kSchema);
    if (merges_late) run(kLateMerge);
    content_ = prepare(
        "INSERT INTO articles(id, key, title, published, source, body) VALUES(?1,?2,?3,?4,?5,?6)");
    text_ = prepare("INSERT INTO articles_fts(rowid, body, title) VALUES(?1,?2,?3)");
  }

  void add(const Record& record) {
    ++articles_;
    text_bytes_ += record.title.size() + record.body.size();
    sqlite3_bind_int64(content_, 1, articles_);
    bind(content_, 2, record.key);
    bind(content_, 3, record.title);
    bind(content_, 4, record.published);
    bind(content_, 5, record.source);
    bind(content_, 6, record.body);
    step(content_);
    sqlite3_bind_int64(text_, 1, articles_);
    bind(text_, 2, record.body);
    bind(text_, 3, record.title);
    step(text_);
  }

  void finish() {
    run("COMMIT; INSERT INTO articles_fts(articles_fts) VALUES('optimize')");
    sqlite3_finalize(content_);
    sqlite3_finalize(text_);
    check(sqlite3_close(database_));
  }

  long long articles() const { return articles_; }
  long long text_bytes() const { return text_bytes_; }

 private:
  void check(int code) {
    if (code != SQLITE_OK) fail(sqlite3_errmsg(database_));
  }
  void run(const char* sql) { check(sqlite3_exec(database_, sql, nullptr, nullptr, nullptr)); }
  sqlite3_stmt* prepare(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v3(database_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
    return statement;
  }
  static void bind(sqlite3_stmt* statement, int parameter, std::string_view text) {
    const char* start = text.data() ? text.data() : "";
    sqlite3_bind_text(statement, parameter, start, static_cast<int>(text.size()), SQLITE_STATIC);
  }
  void step(sqlite3_stmt* statement) {
    if (sqlite3_step(statement) != SQLITE_DONE) fail(sqlite3_errmsg(database_));
    sqlite3_reset(statement);
  }

  sqlite3* database_ = nullptr;
  sqlite3_stmt* content_ = nullptr;
  sqlite3_stmt* text_ = nullptr;
  long long articles_ = 0;
  long long text_bytes_ = 0;
};

/// All records in one piece of memory, at offsets, since the piece moves while it grows.
struct Memory {
  struct Extents {
    size_t start, lengths[5];
  };
  std::string bytes;
  std::vector<Extents> records;

  void add(const Record& record) {
    Extents extents{bytes.size(),
                    {record.key.size(), record.title.size(), record.published.size(),
                     record.source.size(), record.body.size()}};
    for (auto text : {record.key, record.title, record.published, record.source, record.body})
      bytes.append(text);
    records.push_back(extents);
  }

  void index(Index& index) const {
    for (const Extents& extents : records) {
      size_t start = extents.start;
      std::string_view texts[5];
      for (int field = 0; field < 5; ++field) {
        texts[field] = std::string_view(bytes).substr(start, extents.lengths[field]);
        start += extents.lengths[field];
      }
      index.add({texts[0], texts[1], texts[2], texts[3], texts[4]});
    }
  }
};

double seconds(const timeval& time) { return time.tv_sec + time.tv_usec / 1e6; }

double cpu_seconds() {
  rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

}  // namespace

int main(int count, char** arguments) {
  bool from_memory = false, merges_late = false;
  std::vector<const char*> paths;
  for (int position = 1; position < count; ++position) {
    std::string_view argument = arguments[position];
    if (argument == "--from-memory") {
      from_memory = true;
    } else if (argument == "--late-merge") {
      merges_late = true;
    } else {
      paths.push_back(arguments[position]);
    }
  }
  if (paths.size() != 2) {
    std::fprintf(stderr, "usage: stock_fts5 [--from-memory] [--late-merge] DUMP.jsonl NEW.db\n");
    return 2;
  }
  const char* dump = paths[0];
  const char* path = paths[1];
  if (access(path, F_OK) == 0) fail(std::string(path) + ": is there already");

  Memory memory;
  if (from_memory) read_records(dump, [&](const Record& record) { memory.add(record); });

  double cpu = cpu_seconds();
  auto start = std::chrono::steady_clock::now();
  Index index(path, merges_late);
  if (from_memory) {
    memory.index(index);
  } else {
    read_records(dump, [&](const Record& record) { index.add(record); });
  }
  index.finish();
  std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
  cpu = cpu_seconds() - cpu;

  rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  struct stat file;
  if (stat(path, &file) != 0) fail("the file is gone");
  std::printf(
      "{\"cpu_s\": %.6f, \"wall_s\": %.6f, \"peak_rss_mb\": %.1f, \"file_bytes\": %lld,"
      " \"articles\": %lld, \"text_bytes\": %lld, \"version\": \"%s\"}\n",
      cpu, wall.count(), usage.ru_maxrss * 1024 / 1e6, static_cast<long long>(file.st_size),
      index.articles(), index.text_bytes(), sqlite3_libversion());
}
