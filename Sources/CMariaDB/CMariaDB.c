#include "CMariaDB.h"

#include <dlfcn.h>
#include <mariadb/mysql.h>
#include <pthread.h>

#define FUNCTIONS(X) \
  X(mysql_init)      \
  X(mysql_optionsv)  \
  X(mysql_real_connect) \
  X(mysql_close)     \
  X(mysql_errno)     \
  X(mysql_error)     \
  X(mysql_get_server_info) \
  X(mysql_get_socket) \
  X(mysql_real_query) \
  X(mysql_next_result) \
  X(mysql_affected_rows) \
  X(mysql_warning_count) \
  X(mysql_store_result) \
  X(mysql_free_result) \
  X(mysql_num_fields) \
  X(mysql_fetch_field_direct) \
  X(mysql_fetch_row) \
  X(mysql_fetch_lengths) \
  X(mysql_server_init)

#define DECLARE(name) static __typeof__(&name) p_##name;
FUNCTIONS(DECLARE)

static const char *failure;
static char failure_text[512];

static void fail(const char *text) {
  size_t length = 0;
  while (text[length] && length + 1 < sizeof failure_text) {
    failure_text[length] = text[length];
    length++;
  }
  failure_text[length] = 0;
  failure = failure_text;
}

static void load(void) {
  void *library = NULL;
  const char *names[] = {"libmariadb.so.3", "libmariadb.so", "libmariadb.3.dylib", "libmariadb.dylib"};
  for (size_t i = 0; i < sizeof names / sizeof *names && !library; i++) {
    library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
    // The first name is the one that people can do something about.
    if (!library && i == 0) {
      const char *text = dlerror();
      fail(text ? text : "it cannot be loaded");
    }
  }
  if (!library) return;
  failure = NULL;
#define LOOK_UP(name)                                     \
  p_##name = (__typeof__(p_##name))dlsym(library, #name); \
  if (!p_##name) { fail("the library has no " #name); return; }
  FUNCTIONS(LOOK_UP)
  if (p_mysql_server_init(0, NULL, NULL)) fail("it does not start");
}

const char *cmariadb_load(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return failure;
}

static MYSQL *plain(cmariadb_connection *connection) { return (MYSQL *)connection; }
static MYSQL_RES *rows(cmariadb_result *result) { return (MYSQL_RES *)result; }

cmariadb_connection *cmariadb_connect(const cmariadb_options *options) {
  MYSQL *mysql = p_mysql_init(NULL);
  if (!mysql) return NULL;
  p_mysql_optionsv(mysql, MYSQL_OPT_CONNECT_TIMEOUT, &options->connect_timeout);
  p_mysql_optionsv(mysql, MYSQL_OPT_READ_TIMEOUT, &options->read_timeout);
  p_mysql_optionsv(mysql, MYSQL_OPT_WRITE_TIMEOUT, &options->read_timeout);
  p_mysql_optionsv(mysql, MYSQL_SET_CHARSET_NAME, "utf8mb4");
  unsigned int protocol = MYSQL_PROTOCOL_TCP;
  p_mysql_optionsv(mysql, MYSQL_OPT_PROTOCOL, &protocol);
  // Nothing that a server may ask for: files of this machine, or, where everybody on the way can read it, the password.
  unsigned int none = 0;
  p_mysql_optionsv(mysql, MYSQL_OPT_LOCAL_INFILE, &none);
  my_bool tls = options->uses_tls;
  if (!tls) p_mysql_optionsv(mysql, MARIADB_OPT_RESTRICTED_AUTH, "mysql_native_password");
  // Newer versions of the library ask for a certificate unless they are told not to.
  p_mysql_optionsv(mysql, MYSQL_OPT_SSL_VERIFY_SERVER_CERT, &tls);
  if (tls) {
    p_mysql_optionsv(mysql, MYSQL_OPT_SSL_ENFORCE, &tls);
    if (options->certificates) p_mysql_optionsv(mysql, MYSQL_OPT_SSL_CA, options->certificates);
  }
  p_mysql_real_connect(
      mysql, options->host, options->user, options->password, NULL, options->port, NULL,
      CLIENT_MULTI_STATEMENTS);
  return (cmariadb_connection *)mysql;
}

void cmariadb_close(cmariadb_connection *connection) { p_mysql_close(plain(connection)); }

unsigned int cmariadb_error_number(cmariadb_connection *connection) {
  return p_mysql_errno(plain(connection));
}

const char *cmariadb_error(cmariadb_connection *connection) {
  return p_mysql_error(plain(connection));
}

const char *cmariadb_server_version(cmariadb_connection *connection) {
  return p_mysql_get_server_info(plain(connection));
}

int cmariadb_socket(cmariadb_connection *connection) {
  return (int)p_mysql_get_socket(plain(connection));
}

int cmariadb_query(cmariadb_connection *connection, const char *sql, size_t length) {
  return p_mysql_real_query(plain(connection), sql, (unsigned long)length);
}

int cmariadb_next(cmariadb_connection *connection) {
  return p_mysql_next_result(plain(connection));
}

uint64_t cmariadb_affected_rows(cmariadb_connection *connection) {
  return p_mysql_affected_rows(plain(connection));
}

unsigned int cmariadb_warning_count(cmariadb_connection *connection) {
  return p_mysql_warning_count(plain(connection));
}

cmariadb_result *cmariadb_take_result(cmariadb_connection *connection) {
  return (cmariadb_result *)p_mysql_store_result(plain(connection));
}

void cmariadb_free_result(cmariadb_result *result) { p_mysql_free_result(rows(result)); }

unsigned int cmariadb_column_count(cmariadb_result *result) {
  return p_mysql_num_fields(rows(result));
}

const char *cmariadb_column_name(cmariadb_result *result, unsigned int column) {
  return p_mysql_fetch_field_direct(rows(result), column)->name;
}

const char *const *cmariadb_next_row(cmariadb_result *result, const unsigned long **lengths) {
  MYSQL_ROW row = p_mysql_fetch_row(rows(result));
  if (!row) return NULL;
  *lengths = p_mysql_fetch_lengths(rows(result));
  return (const char *const *)row;
}
