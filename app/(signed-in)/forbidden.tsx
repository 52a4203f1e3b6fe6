import { Refusal } from '@/components/errors/refusal';

/** Inside the frame, so that the way on stays in sight. */
export default function Forbidden() {
  return <Refusal kind="forbidden" />;
}
