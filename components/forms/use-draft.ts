'use client';

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { draftOf, typeInto } from './form-values';

/** Whose the draft is: another operator in the same tab does not get to see it. */
const ownerOf = (form: HTMLElement): string => form.closest<HTMLElement>('[data-operator]')?.dataset.operator ?? '';
const keyOf = (form: HTMLElement, name: string): string => `draft:${ownerOf(form)}:${location.pathname}:${name}`;

/**
 * What is typed into a form is kept in this tab until it is saved or discarded: a reload, Back, a lost session or an
 * error loses nothing. `dirty` is true while the form holds something that the server has not.
 */
export function useDraft(form: RefObject<HTMLFormElement | null>, name: string) {
  const [dirty, setDirty] = useState(false);
  const pristine = useRef('');

  const note = useCallback(() => {
    if (!form.current) return;
    const now = JSON.stringify(draftOf(form.current));
    const changed = now !== pristine.current;
    setDirty(changed);
    if (changed) sessionStorage.setItem(keyOf(form.current, name), now);
    else sessionStorage.removeItem(keyOf(form.current, name));
  }, [form, name]);

  useEffect(() => {
    const element = form.current;
    if (!element) return;
    pristine.current = JSON.stringify(draftOf(element));
    const kept = sessionStorage.getItem(keyOf(element, name));
    if (kept) for (const [field, value] of Object.entries(JSON.parse(kept))) typeInto(element, field, String(value));
    note();
  }, [form, name, note]);

  /** The form is as the server has it now. */
  const settle = useCallback(() => {
    if (!form.current) return;
    pristine.current = JSON.stringify(draftOf(form.current));
    sessionStorage.removeItem(keyOf(form.current, name));
    setDirty(false);
  }, [form, name]);

  const discard = useCallback(() => {
    form.current?.reset();
    note();
  }, [form, note]);

  return { dirty, note, settle, discard };
}
