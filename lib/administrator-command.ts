import { closeDatabase } from '@/db/client';
import { emailAddress, nameLine } from '@/lib/domain/fields';
import { firstAdministrator } from '@/lib/services/operators/first-administrator';

// `npm run administrator -- <e-mail> <name>`: the first administrator of an installation, who invites everybody else.
const [email = '', name = ''] = process.argv.slice(2);
try {
  if (!emailAddress.safeParse(email).success || !nameLine.safeParse(name).success) {
    throw new Error('npm run administrator -- <e-mail> "<name>"');
  }
  console.log(await firstAdministrator({ email, name }));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
