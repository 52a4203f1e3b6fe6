import type { ReactNode } from 'react';

/** nothing: there is none yet · filter: none for what was asked · missing: not found, refused, broken */
type EmptyKind = 'nothing' | 'filter' | 'missing';

function Drawing({ kind }: { kind: EmptyKind }) {
  if (kind === 'nothing')
    return (
      <>
        <path d="M30.5 10.5h67v76h-67zM42 26h30M42 36h44M42 46h44" />
        <circle cx="93" cy="74" r="17" className="knock" />
        <circle cx="93" cy="74" r="15" strokeDasharray="2.9 3" />
        <path className="ac" d="M93 68v12M87 74h12" />
      </>
    );
  if (kind === 'filter')
    return (
      <>
        <path d="M18.5 18.5h91M18.5 34.5h91M18.5 50.5h91M18.5 66.5h91M18.5 82.5h91" strokeDasharray="34 5 60 5" />
        <circle cx="70" cy="46" r="23" className="knock" />
        <circle className="ac" cx="70" cy="46" r="21" />
        <path className="ac" d="m85.5 61.5 14 14" />
      </>
    );
  return (
    <>
      <path d="M30.5 10.5h45l22 22v54h-67zM75.5 10.5v22h22" />
      <circle cx="64" cy="58" r="15" strokeDasharray="2.9 3" />
      <path className="ac" d="M58.5 53.5a5.5 5.5 0 1 1 7.5 5c-1.4.6-2 1.4-2 3M64 65.5v.2" />
    </>
  );
}

/**
 * What stands where rows would: a drawing, what is so, and the way out (`children`: buttons). `as` is h1 where the
 * page has no other title. `note` is the small line at the foot: a reference, whom to ask.
 */
export function EmptyState({
  kind,
  title,
  text,
  note,
  as: Heading = 'h2',
  children,
}: {
  kind: EmptyKind;
  title: string;
  text?: ReactNode;
  note?: ReactNode;
  as?: 'h1' | 'h2';
  children?: ReactNode;
}) {
  return (
    <div className="empty">
      <svg className="pic" viewBox="0 0 128 96" aria-hidden="true">
        <Drawing kind={kind} />
      </svg>
      <Heading>{title}</Heading>
      {text ? <p>{text}</p> : null}
      {children ? <div className="do">{children}</div> : null}
      {note ? <p className="help">{note}</p> : null}
    </div>
  );
}
