import { env } from '@/lib/env';
import { enrolDemo } from '@/lib/services/certificates/demo';

// Enrols the demonstration's certificates at the sandbox authority, which must run at SIGNSTASH_SANDBOX_URL.
const { SIGNSTASH_DEMO, SIGNSTASH_SANDBOX_URL } = env();
if (SIGNSTASH_DEMO !== 'on' || !SIGNSTASH_SANDBOX_URL) {
  console.error(
    'This is for the demonstration: SIGNSTASH_DEMO=on, and SIGNSTASH_SANDBOX_URL where its authority answers.',
  );
  process.exit(1);
}
await enrolDemo(SIGNSTASH_SANDBOX_URL);
process.exit(0);
