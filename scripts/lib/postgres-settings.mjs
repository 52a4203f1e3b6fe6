/** Settings of the embedded server, for one machine that also runs the application.
 * @param {boolean} quick for throw-away clusters: a crash may lose everything
 * @returns {string[]} `name=value` */
export function serverSettings(quick) {
  return [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=120',
    'shared_buffers=256MB',
    'effective_cache_size=1GB',
    'work_mem=16MB',
    'maintenance_work_mem=128MB',
    // Bulk seeding would otherwise force a checkpoint every gigabyte.
    'max_wal_size=4GB',
    'wal_compression=on',
    // Solid state: an index page costs about what a sequential page costs.
    'random_page_cost=1.1',
    // The lists are short index reads; compiling their plans costs more than running them.
    'jit=off',
    'timezone=UTC',
    'log_timezone=UTC',
    ...(quick ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : []),
  ];
}
