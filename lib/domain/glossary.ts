/**
 * Names of things, exactly as the product calls them in both languages: one name for a thing, on every page. `never`
 * lists what one might say instead and does not. Lower case and singular; what the operator reads is in the catalogues.
 */
export type Term = {
  readonly en: string;
  readonly pt: string;
  readonly never?: { readonly en?: readonly string[]; readonly pt?: readonly string[] };
};

export const glossary = {
  // Who
  administrator: { en: 'administrator', pt: 'administrador', never: { en: ['superuser'], pt: ['gestor do sistema'] } },
  partner: { en: 'partner', pt: 'parceiro', never: { en: ['tenant'], pt: ['inquilino'] } },
  integrator: { en: 'integrator', pt: 'integrador' },
  reseller: { en: 'reseller', pt: 'revendedor' },
  issuer: { en: 'issuer', pt: 'emissor', never: { en: ['emitter'], pt: ['emitente'] } },
  auditor: { en: 'auditor', pt: 'auditor', never: { en: ['inspector'], pt: ['inspetor'] } },
  taxpayer: { en: 'taxpayer', pt: 'sujeito passivo', never: { pt: ['contribuinte'] } },
  operator: { en: 'operator', pt: 'operador' },
  auditAccess: { en: 'audit access', pt: 'acesso de auditoria' },
  // What is managed
  clientService: {
    en: 'client service',
    pt: 'serviço cliente',
    never: { en: ['customer service'], pt: ['serviço de cliente'] },
  },
  certificateAuthority: {
    en: 'certificate authority',
    pt: 'entidade certificadora',
    never: { en: ['certification authority'], pt: ['autoridade de certificação', 'autoridade certificadora'] },
  },
  certificate: { en: 'certificate', pt: 'certificado' },
  wallet: { en: 'wallet', pt: 'carteira' },
  bundle: { en: 'bundle', pt: 'pacote' },
  usageLimit: { en: 'usage limit', pt: 'limite de consumo', never: { en: ['quota'], pt: ['quota'] } },
  visualTemplate: { en: 'visual template', pt: 'modelo visual' },
  generalConfiguration: { en: 'general configuration', pt: 'configuração geral' },
  configurationTest: { en: 'configuration test', pt: 'teste de configuração' },
  report: { en: 'report', pt: 'relatório' },
  auditTrail: { en: 'audit trail', pt: 'registo de auditoria' },
  // What happens
  operation: { en: 'operation', pt: 'operação', never: { en: ['transaction'], pt: ['transação'] } },
  document: { en: 'document', pt: 'documento' },
  hash: { en: 'hash', pt: 'hash', never: { en: ['digest value'], pt: ['resumo criptográfico'] } },
  signedItem: { en: 'signed item', pt: 'item assinado' },
  request: { en: 'request', pt: 'pedido', never: { pt: ['requisição'] } },
  failure: { en: 'failure', pt: 'falha' },
  consumption: { en: 'consumption', pt: 'consumo' },
  externalReference: { en: 'external reference', pt: 'referência externa' },
  timeStamp: {
    en: 'time stamp',
    pt: 'selo temporal',
    never: { en: ['timestamp'], pt: ['marca temporal', 'marca de tempo'] },
  },
  custody: { en: 'custody', pt: 'custódia' },
  savedView: { en: 'saved view', pt: 'vista guardada' },
} as const satisfies Record<string, Term>;
