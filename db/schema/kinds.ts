/**
 * Whose a table's rows are, and by which columns policies keep them. `issuer`: rows of an issuer; `partner`: rows of a
 * partner; `mixed`: rows of a company or of nobody; `own`: of one operator alone; `system`: of nobody. The catalogue
 * test reads this: a table that is missing here fails.
 */
export const tableKinds = {
  partners: { kind: 'partner', columns: ['id'] },
  issuers: { kind: 'issuer', columns: ['partner_id', 'id'] },
  client_services: { kind: 'issuer', columns: ['partner_id', 'issuer_id'] },
  operators: { kind: 'mixed', columns: ['partner_id', 'issuer_id'] },
  sessions: { kind: 'mixed', columns: ['partner_id', 'issuer_id'] },
  links: { kind: 'mixed', columns: ['partner_id', 'issuer_id'] },
  mails: { kind: 'mixed', columns: ['partner_id', 'issuer_id'] },
  mail_texts: { kind: 'system', columns: [] },
  audit_accesses: { kind: 'issuer', columns: ['partner_id', 'issuer_id'] },
  operations: { kind: 'issuer', columns: ['partner_id', 'issuer_id'] },
  documents: { kind: 'issuer', columns: ['partner_id', 'issuer_id'] },
  contents: { kind: 'issuer', columns: ['partner_id', 'issuer_id'] },
  content_chunks: { kind: 'issuer', columns: ['partner_id', 'issuer_id'] },
  document_contents: { kind: 'issuer', columns: ['partner_id', 'issuer_id'] },
  service_secrets: { kind: 'issuer', columns: ['partner_id', 'issuer_id'] },
  service_tokens: { kind: 'issuer', columns: ['partner_id', 'issuer_id'] },
  operation_keys: { kind: 'issuer', columns: ['partner_id', 'issuer_id'] },
  usage_delta: { kind: 'issuer', columns: ['partner_id', 'issuer_id'] },
  usage_day: { kind: 'issuer', columns: ['partner_id', 'issuer_id'] },
  usage_partner_day: { kind: 'partner', columns: ['partner_id'] },
  audit_log: { kind: 'mixed', columns: ['partner_id', 'issuer_id'] },
  audit_head: { kind: 'system', columns: [] },
  second_factors: { kind: 'own', columns: ['operator_id'] },
  recovery_codes: { kind: 'own', columns: ['operator_id'] },
  security_settings: { kind: 'system', columns: [] },
  bundles: { kind: 'system', columns: [] },
  partner_types: { kind: 'partner', columns: ['partner_id'] },
  saved_views: { kind: 'own', columns: ['operator_id'] },
  list_columns: { kind: 'own', columns: ['operator_id'] },
  exports: { kind: 'own', columns: ['operator_id'] },
  export_chunks: { kind: 'own', columns: ['operator_id'] },
  installation: { kind: 'system', columns: [] },
  limiter: { kind: 'system', columns: [] },
  leases: { kind: 'system', columns: [] },
} as const satisfies Record<
  string,
  { kind: 'issuer' | 'partner' | 'mixed' | 'own' | 'system'; columns: readonly string[] }
>;
