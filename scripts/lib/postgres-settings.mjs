import { totalmem } from 'node:os';

const mebibyte = 1_048_576;
const between = (least, value, most) => Math.max(least, Math.min(most, Math.floor(value)));

/** Settings of the embedded server, for one machine that also runs the application.
 * @param {boolean} quick for throw-away clusters: a crash may lose everything
 * @returns {string[]} `name=value` */
export function serverSettings(quick) {
  const memory = totalmem() / mebibyte;
  // An eighth of the machine: below the customary quarter, since application and browser live here too.
  const buffers = between(128, memory / 8, 1_024);
  return [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=120',
    `shared_buffers=${buffers}MB`,
    `effective_cache_size=${between(512, memory / 3, 4_096)}MB`,
    'work_mem=16MB',
    'maintenance_work_mem=128MB',
    // Bulk seeding would otherwise force a checkpoint every gigabyte.
    'max_wal_size=4GB',
    // After each checkpoint every page is written whole once more: at five minutes a busy month pays that all day.
    'checkpoint_timeout=15min',
    'wal_buffers=16MB',
    // Solid state: an index page costs about what a sequential page costs.
    'random_page_cost=1.1',
    // The lists are short index reads; compiling their plans costs more than running them.
    'jit=off',
    'timezone=UTC',
    'log_timezone=UTC',
    ...(quick ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : []),
  ];
}
