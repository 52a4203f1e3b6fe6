import { Alone } from '@/components/errors/alone';
import { Refusal } from '@/components/errors/refusal';

export default function NotFound() {
  return (
    <Alone>
      <Refusal kind="notFound" />
    </Alone>
  );
}
