#pragma once
#include <sqlite3.h>

// sqlite3_db_config() is variadic, which Swift cannot call.

/// Has a connection take its file for empty, whatever its header says: one that SQLite would refuse can be written to.
static inline int csqlite_take_for_empty(sqlite3 *database) {
  return sqlite3_db_config(database, SQLITE_DBCONFIG_RESET_DATABASE, 1, (int *)0);
}

/// Has a connection leave the file and its log as they are when it is closed.
static inline int csqlite_leave_log(sqlite3 *database) {
  return sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0);
}
