import { ageDemo, enrolDemo } from '@/lib/demo/enrol';
import { signDemo } from '@/lib/demo/sign';
import { env } from '@/lib/env';
import { returnSignatures } from '@/lib/services/certificates/lease';

// Enrols the demonstration's certificates at the sandbox authority, which must run at SIGNSTASH_SANDBOX_URL, signs its
// documents with them, and lets time go by.
const { SIGNSTASH_DEMO, SIGNSTASH_SANDBOX_URL } = env();
if (SIGNSTASH_DEMO !== 'on' || !SIGNSTASH_SANDBOX_URL) {
  console.error(
    'This is for the demonstration: SIGNSTASH_DEMO=on, and SIGNSTASH_SANDBOX_URL where its authority answers.',
  );
  process.exit(1);
}
await enrolDemo(SIGNSTASH_SANDBOX_URL);
await signDemo(SIGNSTASH_SANDBOX_URL, (line) => console.log(line));
await returnSignatures();
await ageDemo();
process.exit(0);
