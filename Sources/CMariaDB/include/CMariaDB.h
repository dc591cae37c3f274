#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// MariaDB's client library, loaded when a cluster is first asked: programs that search files neither need
// it nor wait for it.
// Source: MariaDB Connector/C, https://mariadb.com/docs/connectors/mariadb-connector-c/api-functions

typedef struct cmariadb_connection cmariadb_connection;
typedef struct cmariadb_result cmariadb_result;

typedef struct {
  const char *host;
  unsigned int port;
  const char *user;
  /// NULL without one.
  const char *password;
  /// Seconds.
  unsigned int connect_timeout;
  unsigned int read_timeout;
  bool uses_tls;
  /// File of certificates, NULL for those of the system.
  const char *certificates;
} cmariadb_options;

/// Loads the library once. Returns NULL, or what the loader says; the text lives as long as the process.
const char *cmariadb_load(void);

/// Connects. Returns NULL without memory; otherwise look at cmariadb_error_number.
cmariadb_connection *cmariadb_connect(const cmariadb_options *options);
void cmariadb_close(cmariadb_connection *connection);

/// 0 after a success. Client errors are 2000 to 2999.
unsigned int cmariadb_error_number(cmariadb_connection *connection);
/// Lives until the next call with the connection.
const char *cmariadb_error(cmariadb_connection *connection);
/// The version in the handshake.
const char *cmariadb_server_version(cmariadb_connection *connection);

/// Number of the socket.
int cmariadb_socket(cmariadb_connection *connection);

/// Sends statements, separated by semicolons, and reads the first result. Returns 0 after a success.
int cmariadb_query(cmariadb_connection *connection, const char *sql, size_t length);
/// Goes on to the result of the next statement: 0 when there is one, -1 when there is none, else an error.
int cmariadb_next(cmariadb_connection *connection);
uint64_t cmariadb_affected_rows(cmariadb_connection *connection);
unsigned int cmariadb_warning_count(cmariadb_connection *connection);

/// The rows of the statement, all of them read; NULL for a statement without rows, and after an error.
cmariadb_result *cmariadb_take_result(cmariadb_connection *connection);
void cmariadb_free_result(cmariadb_result *result);
unsigned int cmariadb_column_count(cmariadb_result *result);
/// The name of a column; lives as long as the result.
const char *cmariadb_column_name(cmariadb_result *result, unsigned int column);
/// The next row: values (NULL is SQL's NULL), not terminated, whose lengths `lengths` gets; NULL at the end.
/// Both live until the next call.
const char *const *cmariadb_next_row(cmariadb_result *result, const unsigned long **lengths);
