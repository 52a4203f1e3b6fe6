import 'server-only';
import { openAuthority } from '../authorities';
import { fetchGrant } from './flow-granting';
import { listCredentials, sendOtp } from './flow-listing';
import { claimFlow, settle } from './settle';

/**
 * The job of enrolment and renewal: whatever of it asks the authority. What it finds it writes only where the flow still
 * stands.
 * @throws Error when it should be asked again later
 */
export async function runFlow(id: string): Promise<void> {
  const flow = await claimFlow(id, ['listing', 'otp', 'granting', 'unconfirmed']);
  if (!flow) return;
  const authority = await openAuthority(flow.authorityId);
  if (!authority) return settle(flow, { step: 'refused', outcome: 'other' });
  if (flow.step === 'listing') return listCredentials(flow, authority);
  if (flow.step === 'otp') return sendOtp(flow, authority);
  return fetchGrant(flow, authority);
}
