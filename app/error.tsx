'use client';

import { Alone } from '@/components/errors/alone';
import { Unavailable } from '@/components/errors/unavailable';

type Props = { error: Error & { digest?: string }; reset: () => void };

/** Outside the frame: the frame itself could not be drawn, as when the database is away. Loads the page anew. */
export default function ErrorPage({ error }: Props) {
  return (
    <Alone>
      <Unavailable reference={error.digest} onAgain={() => window.location.reload()} />
    </Alone>
  );
}
