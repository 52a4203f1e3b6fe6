import { describe, expect, it } from 'vitest';
import { statuses } from './company';
import { mayTouch, operatorTransitions, type Standing } from './ladder';
import { type Role, rankOf, roles } from './roles';

const companies = {
  none: { partnerId: null, issuerId: null },
  alfa: { partnerId: 'alfa', issuerId: null },
  beta: { partnerId: 'beta', issuerId: null },
  padaria: { partnerId: 'alfa', issuerId: 'padaria' },
  sibling: { partnerId: 'alfa', issuerId: 'sibling' },
  foreign: { partnerId: 'beta', issuerId: 'foreign' },
} as const;

/** Everybody that can be: each role in each company that it can belong to, two of a kind. */
const placesOf: Record<Role, readonly (keyof typeof companies)[]> = {
  administrator: ['none'],
  partner: ['alfa', 'beta'],
  issuer: ['padaria', 'sibling', 'foreign'],
  auditor: ['none'],
};
const everybody: Standing[] = roles.flatMap((role) =>
  placesOf[role].flatMap((place) =>
    ['first', 'second'].map((which) => ({ operatorId: `${role} ${place} ${which}`, role, ...companies[place] })),
  ),
);
const pairs = everybody.flatMap((actor) => everybody.map((target) => ({ actor, target })));

/** The rule in the words of product.md: same or associated company, and the rank at most one's own. */
function expected(actor: Standing, target: Standing): boolean {
  if (actor.operatorId === target.operatorId) return true;
  if (rankOf(target.role) > rankOf(actor.role) || actor.role === 'auditor') return false;
  if (actor.role === 'administrator') return true;
  if (target.role === 'auditor') return false;
  return actor.role === 'partner' ? actor.partnerId === target.partnerId : actor.issuerId === target.issuerId;
}

describe('the ladder', () => {
  it('lets nobody touch a higher rank, another company or an auditor but an administrator', () => {
    expect(pairs).toHaveLength(196);
    for (const { actor, target } of pairs) {
      expect(mayTouch(actor, target), `${actor.operatorId} → ${target.operatorId}`).toBe(expected(actor, target));
    }
  });

  it('lets nobody change the own status, nor that of who may not be touched', () => {
    for (const { actor, target } of pairs) {
      for (const status of statuses) {
        const may = operatorTransitions(actor, { ...target, status });
        if (actor.operatorId === target.operatorId || !expected(actor, target)) expect(may).toEqual([]);
        expect(may).not.toContain(status);
        expect(may).not.toContain('registered');
      }
    }
  });

  it('deletes only who is blocked or never came, and brings nobody back from there', () => {
    const [actor] = everybody.filter(({ role }) => role === 'administrator');
    const [target] = everybody.filter(({ role }) => role === 'issuer');
    if (!actor || !target) throw new Error('nobody to ask');
    expect(statuses.map((status) => [status, operatorTransitions(actor, { ...target, status })])).toEqual([
      ['registered', ['deleted']],
      ['active', ['suspended', 'blocked']],
      ['suspended', ['active', 'blocked']],
      ['blocked', ['active', 'deleted']],
      ['deleted', []],
    ]);
  });
});
