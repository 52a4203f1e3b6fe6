'use client';

import { useEffect, useState } from 'react';
import { lastAddress } from '@/components/data-table/remember';
import { Icon } from '@/components/icons/icon';
import { NavLink } from '@/components/ui/nav-link';
import { paths } from '@/lib/paths';

/** Leads back to the list as it was filtered in this tab. */
export function BackLink({ label }: { label: string }) {
  const [path, setPath] = useState(paths.operations());
  useEffect(() => setPath(lastAddress('operations') ?? paths.operations()), []);
  return (
    <NavLink to={path} className="btn plain small">
      <Icon name="left" />
      {label}
    </NavLink>
  );
}
