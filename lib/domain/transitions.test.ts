import { describe, expect, it } from 'vitest';
import { type Status, statuses } from './company';
import { type CompanyStanding, companyTransitions } from './transitions';

const administrator = { role: 'administrator', partnerId: null, issuerId: null, readOnly: false } as const;
const partner = { role: 'partner', partnerId: 'alfa', issuerId: null, readOnly: false } as const;
const foreignPartner = { role: 'partner', partnerId: 'beta', issuerId: null, readOnly: false } as const;
const issuer = { role: 'issuer', partnerId: 'alfa', issuerId: 'padaria', readOnly: false } as const;
const sibling = { role: 'issuer', partnerId: 'alfa', issuerId: 'sibling', readOnly: false } as const;
const auditor = { role: 'auditor', partnerId: null, issuerId: null, readOnly: false } as const;

const padaria = (status: Status, blockedByPartner = false): CompanyStanding => ({
  kind: 'issuer',
  id: 'padaria',
  partnerId: 'alfa',
  status,
  blockedByPartner,
});
const alfa = (status: Status): CompanyStanding => ({
  kind: 'partner',
  id: 'alfa',
  partnerId: 'alfa',
  status,
  blockedByPartner: false,
});

describe('transitions of a company', () => {
  it('of an issuer: suspended and back by its own, blocked by its partner, deleted by the administrator', () => {
    const table = (['active', 'suspended', 'blocked'] as const).map((status) => [
      status,
      ...[administrator, partner, issuer].map((actor) => companyTransitions(actor, padaria(status))),
    ]);
    expect(table).toEqual([
      ['active', ['suspended', 'blocked'], ['blocked'], ['suspended']],
      ['suspended', ['active', 'blocked'], ['blocked'], ['active']],
      ['blocked', ['active', 'deleted'], [], []],
    ]);
  });

  it('of an issuer that the partner blocked: the partner may bring it back', () => {
    expect(companyTransitions(partner, padaria('blocked', true))).toEqual(['active']);
    expect(companyTransitions(foreignPartner, padaria('blocked', true))).toEqual([]);
    expect(companyTransitions(issuer, padaria('blocked', true))).toEqual([]);
  });

  it('of a partner: suspended and back by its own, blocked and deleted by the administrator alone', () => {
    const table = (['active', 'suspended', 'blocked'] as const).map((status) => [
      status,
      ...[administrator, partner, issuer].map((actor) => companyTransitions(actor, alfa(status))),
    ]);
    expect(table).toEqual([
      ['active', ['suspended', 'blocked'], ['suspended'], []],
      ['suspended', ['active', 'blocked'], ['active'], []],
      ['blocked', ['active', 'deleted'], [], []],
    ]);
  });

  it('of somebody whose company is suspended: the way back of that very company, and nothing else', () => {
    const frozen = <A extends object>(actor: A) => ({ ...actor, readOnly: true });
    expect(companyTransitions(frozen(issuer), padaria('suspended'))).toEqual(['active']);
    expect(companyTransitions(frozen(partner), alfa('suspended'))).toEqual(['active']);
    expect(companyTransitions(frozen(issuer), padaria('active'))).toEqual([]);
    for (const status of statuses) expect(companyTransitions(frozen(partner), padaria(status, true))).toEqual([]);
  });

  it('are none for strangers, for auditors, of what is deleted and of what waits for approval', () => {
    for (const status of statuses) {
      for (const actor of [foreignPartner, sibling, auditor]) {
        expect(companyTransitions(actor, padaria(status))).toEqual([]);
        if (actor !== foreignPartner) expect(companyTransitions(actor, alfa(status))).toEqual([]);
      }
    }
    for (const status of ['registered', 'deleted'] as const) {
      expect(companyTransitions(administrator, padaria(status))).toEqual([]);
      expect(companyTransitions(administrator, alfa(status))).toEqual([]);
    }
  });
});
