/**
 * What the server runs with, as `name=value`. It shares a machine with the rest of Samspor, so its memory is modest; and its log never holds a
 * statement, a parameter or a value: errors go to the client alone, and details (which quote rows) are left out.
 */
export function settings({ port, durable }: { port: number; durable: boolean }): string[] {
  const safety = durable ? 'on' : 'off';
  return [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    // The projector takes two for each read model while it rebuilds them all, and the API, the vault and the reports theirs beside it.
    'max_connections=300',
    'shared_buffers=128MB',
    `fsync=${safety}`,
    `synchronous_commit=${safety}`,
    `full_page_writes=${safety}`,
    // One server, copied by dumps: rows copied into a table made in the same transaction need no second writing in the log.
    'wal_level=minimal',
    'max_wal_senders=0',
    'jit=off',
    'timezone=UTC',
    'log_timezone=UTC',
    'lc_messages=C',
    'log_min_messages=log',
    'log_min_error_statement=panic',
    'log_error_verbosity=terse',
    'log_parameter_max_length=0',
    'log_parameter_max_length_on_error=0',
    'log_statement=none',
    'log_lock_waits=off',
    'log_checkpoints=off',
  ];
}
