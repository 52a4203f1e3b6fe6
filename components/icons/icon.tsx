import { href } from '@/lib/paths';

/** The symbols of public/icons.svg. Status icons are states of one ring: the seal. */
export type IconName =
  | 'audit'
  | 'block'
  | 'bookmark'
  | 'cancel'
  | 'certificates'
  | 'check'
  | 'close'
  | 'columns'
  | 'configuration'
  | 'copy'
  | 'documents'
  | 'done'
  | 'down'
  | 'download'
  | 'eye'
  | 'fail'
  | 'first'
  | 'graph'
  | 'home'
  | 'issuers'
  | 'keyboard'
  | 'leave'
  | 'left'
  | 'mail'
  | 'menu'
  | 'operations'
  | 'operators'
  | 'overview'
  | 'part'
  | 'partners'
  | 'pause'
  | 'pencil'
  | 'plus'
  | 'renew'
  | 'right'
  | 'run'
  | 'search'
  | 'services'
  | 'sort'
  | 'sortdown'
  | 'sortup'
  | 'wait'
  | 'wallet'
  | 'warn';

const sprite = href('/icons.svg');

/** A 16 px line icon (14 px when small) in the colour of its text. It says nothing alone: a word stands beside it. */
export function Icon({ name, small = false, tone }: { name: IconName; small?: boolean; tone?: IconTone }) {
  const size = small ? 'i i14' : 'i';
  return (
    <svg className={tone ? `${size} ${tone}` : size} aria-hidden="true">
      <use href={`${sprite}#${name}`} />
    </svg>
  );
}

/** Inks of a status: done, look at it, failed, waiting, running. */
export type IconTone = 'pass' | 'warn' | 'fail' | 'wait' | 'run';
