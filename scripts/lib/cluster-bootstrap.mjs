/** Creates the owner's login and database, or sets the password again: secrets.json is the truth. The logins of the
 * application and of the worker are made by the migration, which reads them from its environment.
 * @param {string} superUrl
 * @param {import('./cluster-secrets.mjs').ClusterSecrets} secrets */
export async function prepareDatabase(superUrl, secrets) {
  const { default: postgres } = await import('postgres');
  const sql = postgres(superUrl, { max: 1, onnotice: () => {} });
  try {
    const [role] = await sql`select 1 from pg_roles where rolname = 'signstash_owner'`;
    // DDL takes no parameters; the password is base64url, so it needs no quoting.
    const login = `signstash_owner login createrole createdb password '${secrets.ownerPassword}'`;
    await sql.unsafe(`${role ? 'alter' : 'create'} role ${login}`);
    const [database] = await sql`select 1 from pg_database where datname = 'signstash'`;
    if (!database) await sql.unsafe('create database signstash owner signstash_owner');
  } finally {
    await sql.end({ timeout: 5 });
  }
  await grantSchema(postgres(superUrl.replace(/\/[^/]*$/, '/signstash'), { max: 1, onnotice: () => {} }));
}

async function grantSchema(sql) {
  try {
    await sql.unsafe('grant usage, create on schema public to signstash_owner');
  } finally {
    await sql.end({ timeout: 5 });
  }
}
