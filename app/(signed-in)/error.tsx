'use client';

import { useRouter } from 'next/navigation';
import { startTransition } from 'react';
import { Unavailable } from '@/components/errors/unavailable';

type Props = { error: Error & { digest?: string }; reset: () => void };

/** Inside the frame: one page failed. Asks the server again and then draws what it answers. */
export default function ErrorPage({ error, reset }: Props) {
  const router = useRouter();
  const again = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return <Unavailable reference={error.digest} onAgain={again} />;
}
