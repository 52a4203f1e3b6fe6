import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { startSmtpSink } from '@/db/testing/smtp-sink';

/** A mail server of its own process, to be killed: notes each mail in a file before it says that it has it. */
const [port = '', file = ''] = process.argv.slice(2);
await startSmtpSink({
  port: Number(port),
  kept: async ({ messageId }) => {
    appendFileSync(file, `${messageId}\n`, { flush: true });
    await sleep(40);
  },
});
process.stdout.write('ready\n');
