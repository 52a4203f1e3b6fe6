import type { AddressInfo } from 'node:net';
import { type AddressObject, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export type Received = {
  messageId: string;
  to: string;
  toName: string;
  subject: string;
  text: string;
  html: string;
  headers: ReadonlyMap<string, unknown>;
};

/** What the sink answers to a recipient: 250 by default, 4xx and 5xx by its address. */
type Answers = (address: string) => number;

type Options = {
  answer?: Answers;
  port?: number;
  /** Done with each mail before it is acknowledged. */
  kept?: (mail: Received) => Promise<void>;
};

/**
 * A mail server that keeps what it is given. `answer` may refuse a recipient for now (4xx) or for good (5xx).
 * @param port to listen on; any that is free by default
 */
export async function startSmtpSink({ answer = () => 250, port = 0, kept }: Options = {}) {
  const received: Received[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo({ address }, _session, done) {
      const code = answer(address);
      done(code === 250 ? null : Object.assign(new Error('refused by the sink'), { responseCode: code }));
    },
    onData(stream, _session, done) {
      simpleParser(stream).then(
        async (mail) => {
          const to = [mail.to].flat()[0] as AddressObject | undefined;
          const [first] = to?.value ?? [];
          const one: Received = {
            messageId: mail.messageId ?? '',
            to: first?.address ?? '',
            toName: first?.name ?? '',
            subject: mail.subject ?? '',
            text: mail.text ?? '',
            html: mail.html || '',
            headers: mail.headers,
          };
          received.push(one);
          await kept?.(one);
          done();
        },
        (error: Error) => done(error),
      );
    },
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  const { port: bound } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${bound}`,
    received,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
