'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Icon } from '@/components/icons/icon';
import { NavLink } from '@/components/ui/nav-link';
import { paths } from '@/lib/paths';
import { initialsOf } from './initials';
import { LanguageChoice } from './language-choice';
import type { ShellActions, ShellOperator } from './shell-props';
import { ThemeChoice } from './theme-choice';

/** Who is signed in, language, theme, profile, sign out: a native popover of ordinary links and buttons. */
export function ProfileMenu({ operator, actions }: { operator: ShellOperator; actions: ShellActions }) {
  const t = useTranslations('shell');
  const menu = useRef<HTMLDivElement>(null);
  const initials = initialsOf(operator.name);
  return (
    <>
      <button type="button" className="me" popoverTarget="profile-menu" aria-label={t('profileOf', { initials })}>
        {initials}
      </button>
      <div id="profile-menu" ref={menu} popover="auto" className="menu profile-menu">
        <div className="who">
          <div className="strong">{operator.name}</div>
          <div className="s">{operator.email}</div>
          <div className="q small">{t(`roles.${operator.role}`)}</div>
        </div>
        <div className="set">
          <span className="s">{t('language')}</span>
          <LanguageChoice label={t('language')} save={actions.saveLanguage} />
        </div>
        <div className="set">
          <span className="s">{t('theme')}</span>
          <ThemeChoice save={actions.saveTheme} />
        </div>
        <NavLink className="item" to={paths.profile()} onClick={() => menu.current?.hidePopover()}>
          <Icon name="operators" />
          {t('profile')}
        </NavLink>
        <form action={actions.signOut}>
          <button type="submit" className="item">
            <Icon name="leave" />
            {t('signOut')}
          </button>
        </form>
      </div>
    </>
  );
}
