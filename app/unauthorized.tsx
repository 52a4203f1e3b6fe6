import { Alone } from '@/components/errors/alone';
import { Refusal } from '@/components/errors/refusal';

export default function Unauthorized() {
  return (
    <Alone>
      <Refusal kind="unauthorized" />
    </Alone>
  );
}
