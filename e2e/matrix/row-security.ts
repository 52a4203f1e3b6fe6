import { openSuperuser, setRowSecurity } from './database';

// `row-security.ts off` before a server starts, `on` after it has ended: plans made before keep theirs.
const sql = openSuperuser();
await setRowSecurity(sql, process.argv[2] !== 'off');
await sql.end();
