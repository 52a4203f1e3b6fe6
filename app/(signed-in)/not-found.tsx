import { Refusal } from '@/components/errors/refusal';

/** Inside the frame, so that the way on stays in sight. */
export default function NotFound() {
  return <Refusal kind="notFound" />;
}
