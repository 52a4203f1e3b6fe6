'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Field } from '@/components/forms/field';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { ActionResult } from '@/lib/actions/result';
import { viewQuery } from '@/lib/domain/list-view';
import type { Saved } from './save-action';
import { formOf, type ToolProps } from './tool';
import { ViewConflict } from './view-conflict';
import { savedQuery } from './views';

type Problem = 'name' | 'taken' | 'limited' | 'failed' | 'gone';
/** How a view is by now, where somebody changed it meanwhile. */
type Theirs = { readonly name: string; readonly query: string; readonly version: string };

/** Saves what is shown under a name, or edits the view that is open: name, content, whether it opens first, its end. */
export function ViewTool(props: ToolProps) {
  const { list, query, current, actions, put, replace, turn, close } = props;
  const t = useTranslations('listTools.views');
  const view = current.kind === 'saved' ? current.view : null;
  const changed = current.kind === 'saved' && current.changed;
  const [name, setName] = useState(view?.name ?? (current.kind === 'ready' ? current.view.label : ''));
  const [opens, setOpens] = useState(view?.isDefault ?? false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [theirs, setTheirs] = useState<Theirs | null>(null);
  const content = viewQuery(list, query);

  /** Takes in what an action answered. True when it was done. */
  const took = (result: ActionResult<Saved> | null): result is { ok: true; data: Saved } => {
    if (result?.ok) {
      put(result.data.kept);
      return true;
    }
    const { name: theirName, query: theirQuery, version } = (result && 'fields' in result ? result.fields : null) ?? {};
    if (result?.code === 'conflict' && theirName !== undefined && theirQuery !== undefined && version !== undefined) {
      setTheirs({ name: theirName, query: theirQuery, version });
    } else setProblem(problemOf(result));
    return false;
  };

  const choose = async (id: string) => {
    // A copy does not take over that its original opens first.
    const asWas = opens === (view?.isDefault ?? false);
    if (asWas || (id !== view?.id && !opens)) return true;
    return took(await asked(actions.makeDefaultView(null, formOf({ list, id: opens ? id : null }))));
  };
  const save = async (known: { id: string; version: string | number } | null) => {
    const fields = { list, name, query: content, id: known?.id ?? null, version: known?.version ?? null };
    const result = await asked(actions.saveView(null, formOf(fields)));
    const id = took(result) ? result.data.id : null;
    if (id === null || !(await choose(id))) return;
    replace({ ...query, view: id });
    close();
  };
  const rename = async (id: string, version: number) => {
    if (name !== view?.name && !took(await asked(actions.renameView(null, formOf({ id, version, name }))))) return;
    if (await choose(id)) close();
  };
  const remove = async (id: string, version: number) => {
    if (!took(await asked(actions.removeView(null, formOf({ id, version }))))) return;
    replace({ ...query, view: null });
    close();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setProblem(null);
    if (name.trim() === '') return setProblem('name');
    if (view && !changed) return void rename(view.id, view.version);
    void save(view);
  };

  if (theirs && view) {
    return (
      <ViewConflict
        {...props}
        theirs={theirs}
        yours={{ name, query: content }}
        keepTheirs={() => {
          // What is there now is read with the page, so that its version is known too.
          turn(savedQuery(list, { id: view.id, query: theirs.query }));
          window.location.reload();
        }}
        keepYours={() => void save({ id: view.id, version: theirs.version })}
        saveAs={() => setTheirs(null)}
      />
    );
  }
  return (
    <form className="contents" onSubmit={submit} noValidate>
      <div className="body flex flex-col gap-3">
        <h2>{view ? t('editTitle', { name: view.name }) : t('newTitle')}</h2>
        {changed ? <p className="text-13 text-text-2">{t('changedText')}</p> : null}
        {problem === 'gone' ? <Notice tone="attention">{t('gone')}</Notice> : null}
        <Field
          label={t('name')}
          help={t('nameHelp')}
          errorPrefix={t('errorPrefix')}
          error={problem && problem !== 'gone' ? t(`problem.${problem}`) : null}
          value={name}
          maxLength={60}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
        <label className="choice">
          <input type="checkbox" checked={opens} onChange={(event) => setOpens(event.target.checked)} />
          <span>
            {t('default')} <span className="q">{t('defaultHelp')}</span>
          </span>
        </label>
      </div>
      <div className="foot">
        {view && problem !== 'gone' ? (
          <>
            <Button variant="plain" onClick={() => void remove(view.id, view.version)}>
              {t('remove')}
            </Button>
            <span className="grow" />
          </>
        ) : null}
        <Button onClick={close}>{t('cancel')}</Button>
        {changed ? <Button onClick={() => void save(null)}>{t('saveAs')}</Button> : null}
        {problem === 'gone' ? null : (
          <button type="submit" className="btn primary">
            {changed && view ? t('overwrite', { name: view.name }) : t('apply')}
          </button>
        )}
      </div>
    </form>
  );
}

/** What was asked may not come back: then it is not known whether it was done. */
const asked = <T,>(work: Promise<T>): Promise<T | null> => work.catch(() => null);

function problemOf(result: ActionResult<Saved> | null): Problem {
  if (result === null || result.ok) return 'failed';
  if (result.code === 'not_found') return 'gone';
  if (result.code === 'limited') return 'limited';
  if (result.code !== 'invalid') return 'failed';
  return result.fields?.name === 'taken' ? 'taken' : 'name';
}
