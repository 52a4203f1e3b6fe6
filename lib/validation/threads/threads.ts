import type { ValidationReport } from '@/lib/domain/validation';
import { ownBuffer, threads } from '@/lib/threads';
import type { ToValidate } from '../validate-pdf';
import type * as thread from './thread';

const pool = threads<typeof thread>('lib/validation/threads/thread.ts');

/** `validatePdf` in a thread of its own; the bytes are given away. @throws TooDemanding */
export function validateInThread(of: ToValidate): Promise<ValidationReport> {
  const bytes = ownBuffer(of.bytes);
  return pool.run('validate', { ...of, bytes }, [bytes.buffer]);
}

/** Ends the threads, before the process does. */
export const endValidationThreads = (): Promise<void> => pool.close();
