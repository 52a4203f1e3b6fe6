'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useId, useState } from 'react';
import { fetchAnswer } from '@/components/data-table/answers';
import { Icon } from '@/components/icons/icon';
import { useFormat } from '@/lib/format/use-format';
import { href, paths } from '@/lib/paths';
import type { FilterOption, FilterOptions } from '@/lib/services/operations/schemas';

/** Fewer choices than this are seen at a glance and need no search. */
const searchFrom = 9;
const pauseMs = 250;

type ChoiceProps = {
  options: readonly FilterOption[];
  /** Where the server knows more choices than it sent; null when these are all. */
  more: 'services' | 'issuers' | 'partners' | null;
  chosen: string | null;
  nameOf: (option: FilterOption) => string;
  choose: (id: string) => void;
};

/** One of several by name; beyond what was sent, the server looks for what is typed. */
export function ChoiceMenu({ options, more, chosen, nameOf, choose }: ChoiceProps) {
  const t = useTranslations('operations.filter');
  const [text, setText] = useState('');
  const found = useFound(more, text.trim());
  const wanted = text.trim().toLowerCase();
  const { compareNames } = useFormat();
  const matching = found ?? options.filter((option) => `${nameOf(option)} ${option[2]}`.toLowerCase().includes(wanted));
  // The database orders by code points (Á after Z); a reader looks in the order of the language.
  const shown = [...matching].sort((a, b) => compareNames(nameOf(a), nameOf(b)));
  return (
    <>
      {options.length >= searchFrom ? (
        <input
          className="inp mb-1"
          type="search"
          aria-label={t('find')}
          placeholder={t('find')}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      ) : null}
      <ul>
        {shown.map((option) => (
          <li key={option[0]}>
            <button
              type="button"
              className="item"
              aria-pressed={option[0] === chosen}
              onClick={() => choose(option[0])}
            >
              <span className="grow py-1">
                {nameOf(option)} <span className="q id">{option[2]}</span>
              </span>
              {option[0] === chosen ? <Icon name="check" small /> : null}
            </button>
          </li>
        ))}
      </ul>
      {shown.length === 0 ? <p className="q p-2">{t('noneFound')}</p> : null}
      {more !== null && wanted === '' ? <p className="q p-2">{t('typeForMore')}</p> : null}
    </>
  );
}

/** What the server finds for a text, after a pause in typing; null while there is nothing to ask. */
function useFound(kind: ChoiceProps['more'], search: string): readonly FilterOption[] | null {
  const [found, setFound] = useState<readonly FilterOption[] | null>(null);
  useEffect(() => {
    if (kind === null || search === '') {
      setFound(null);
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(() => {
      fetchAnswer<FilterOptions>(href(paths.lists.operationOptions(search)), stop.signal).then(
        (options) => setFound(options[kind]),
        // The choices that are there stay; the next letter asks again.
        () => {},
      );
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [kind, search]);
  return found;
}

type ChecksProps = {
  options: readonly (readonly [value: string, label: string])[];
  chosen: readonly string[];
  change: (values: string[]) => void;
};

/** Any number of few. */
export function ChecksMenu({ options, chosen, change }: ChecksProps) {
  const toggle = (value: string) =>
    change(options.map(([each]) => each).filter((each) => (each === value) !== chosen.includes(each)));
  return options.map(([value, label]) => (
    <label key={value} className="item choice">
      <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
      {label}
    </label>
  ));
}

/** A text to look for; Enter searches. */
export function TextMenu({
  label,
  help,
  value,
  change,
}: {
  label: string;
  help: string;
  value: string;
  change: (text: string) => void;
}) {
  const id = useId();
  return (
    <div className="p-2">
      <label className="lab" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="inp"
        value={value}
        maxLength={200}
        aria-describedby={`${id}-help`}
        onChange={(event) => change(event.target.value)}
      />
      <p className="help" id={`${id}-help`}>
        {help}
      </p>
    </div>
  );
}

type DaysProps = {
  from: string;
  to: string;
  presets: readonly { label: string; from: string; to: string }[];
  change: (days: { from: string; to: string }) => void;
  close: () => void;
};

/** Days from and to, both included, or one of the usual ranges. */
export function DaysMenu({ from, to, presets, change, close }: DaysProps) {
  const t = useTranslations('operations.filter');
  const id = useId();
  const choose = (days: { from: string; to: string }) => {
    change({ from: days.from, to: days.to });
    close();
  };
  return (
    <>
      {presets.map((preset) => (
        <button
          key={preset.label}
          type="button"
          className="item"
          aria-pressed={preset.from === from && preset.to === to}
          onClick={() => choose(preset)}
        >
          <span className="grow">{preset.label}</span>
          {preset.from === from && preset.to === to ? <Icon name="check" small /> : null}
        </button>
      ))}
      <div className="mt-1 grid grid-cols-2 gap-2 border-border border-t p-2">
        {(['from', 'to'] as const).map((end) => (
          <div key={end}>
            <label className="lab" htmlFor={`${id}-${end}`}>
              {t(end)}
            </label>
            <input
              id={`${id}-${end}`}
              className="inp px-1.5 text-13"
              type="date"
              value={end === 'from' ? from : to}
              onChange={(event) => event.target.value && change({ from, to, [end]: event.target.value })}
            />
          </div>
        ))}
      </div>
      <p className="help px-2 pb-2">{t('daysHelp')}</p>
    </>
  );
}
