import { Alone } from '@/components/errors/alone';
import { Refusal } from '@/components/errors/refusal';

export default function Forbidden() {
  return (
    <Alone>
      <Refusal kind="forbidden" />
    </Alone>
  );
}
