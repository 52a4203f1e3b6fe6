'use client';

import { useEffect, useId, useRef } from 'react';
import { ChoiceMenu } from './choice-menu';
import { DaysMenu } from './days-menu';
import type { ChecksFilter, Filter, TextFilter } from './filters';
import type { MenuProps } from './menu-props';
import { listOf } from './query';

/** What a chip opens. The focus begins at its first choice. */
export default function FilterMenu({ filter, ...rest }: MenuProps<Filter>) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector<HTMLElement>('input, button')?.focus(), []);
  return (
    <div ref={box}>
      {filter.kind === 'choice' ? <ChoiceMenu filter={filter} {...rest} /> : null}
      {filter.kind === 'checks' ? <ChecksMenu filter={filter} {...rest} /> : null}
      {filter.kind === 'text' ? <TextMenu filter={filter} {...rest} /> : null}
      {filter.kind === 'days' ? <DaysMenu filter={filter} {...rest} /> : null}
    </div>
  );
}

/** Any number of few; while nothing is chosen, the usual ones are. */
function ChecksMenu({ filter: { field, options, usual = [] }, draft, set }: MenuProps<ChecksFilter>) {
  const chosen = draft[field] ? listOf(draft[field]) : usual;
  const toggle = (value: string) => {
    const values = options.map(([each]) => each).filter((each) => (each === value) !== chosen.includes(each));
    const text = values.join(',');
    set({ [field]: text === usual.join(',') || text === '' ? null : text });
  };
  return options.map(([value, label]) => (
    <label key={value} className="item choice">
      <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
      {label}
    </label>
  ));
}

/** A text to look for; Enter searches. */
function TextMenu({ filter: { field, name, help }, draft, set }: MenuProps<TextFilter>) {
  const id = useId();
  return (
    <div className="p-2">
      <label className="lab" htmlFor={id}>
        {name}
      </label>
      <input
        id={id}
        className="inp"
        value={draft[field] ?? ''}
        maxLength={200}
        autoComplete="off"
        aria-describedby={`${id}-help`}
        onChange={(event) => set({ [field]: event.target.value || null })}
      />
      <p className="help" id={`${id}-help`}>
        {help}
      </p>
    </div>
  );
}
