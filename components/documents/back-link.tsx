'use client';

import { useEffect, useState } from 'react';
import { lastAddress } from '@/components/data-table/remember';
import { Icon } from '@/components/icons/icon';
import { NavLink } from '@/components/ui/nav-link';
import { paths } from '@/lib/paths';

/** Leads back to the list of documents, or of hashes, as it was filtered in this tab. */
export function BackLink({ hash, label }: { hash: boolean; label: string }) {
  const plain = paths.documents(hash ? { kind: 'hash' } : {});
  const [path, setPath] = useState(plain);
  useEffect(() => setPath(lastAddress(hash ? 'hashes' : 'documents') ?? plain), [hash, plain]);
  return (
    <NavLink to={path} className="btn plain small">
      <Icon name="left" />
      {label}
    </NavLink>
  );
}
