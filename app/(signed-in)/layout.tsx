import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { KeptTheme } from '@/components/profile/kept-theme';
import { foldCookie, isFolded } from '@/components/shell/fold-cookie';
import { sectionsOf } from '@/components/shell/sections-of';
import { Shell } from '@/components/shell/shell';
import { StepUp } from '@/components/shell/step-up';
import { currentActor } from '@/lib/auth/current-actor';
import { environmentBadge } from '@/lib/environment';
import { Messages } from '@/lib/i18n/client-messages';
import { saveLanguage, saveTheme, signOut } from './(auditor)/profile/actions';
import { prove } from './(auditor)/profile/security/actions';

const actions = { signOut, saveLanguage, saveTheme };

/** Draws the frame and decides nothing: without an operator it draws none, and the page sends the browser to sign-in. */
export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  if (!actor) return children;
  const { role, name, email, readOnly, companyName, theme, scope, secondFactor } = actor;
  const fold = (await cookies()).get(foldCookie)?.value;
  return (
    <Messages of={['shell']}>
      <KeptTheme theme={theme} />
      <Shell
        operator={{ role, name, email, readOnly }}
        sections={sectionsOf(role)}
        scope={{ companyName, ...scope }}
        environment={environmentBadge()}
        folded={isFolded(fold)}
        actions={actions}
      >
        <StepUp action={prove} code={secondFactor}>
          {children}
        </StepUp>
      </Shell>
    </Messages>
  );
}
