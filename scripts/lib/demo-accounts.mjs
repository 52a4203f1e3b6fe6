/** The accounts that the demonstration's seed makes (refused elsewhere). */
const accounts = [
  ['admin@demo.test', 'administrator', 'everything'],
  ['integrator@demo.test', 'partner', 'Alfa ERP, an integrator'],
  ['reseller@demo.test', 'partner', 'Beta Faturação, a reseller'],
  ['issuer@demo.test', 'issuer', 'Padaria Central, under Alfa ERP'],
  ['issuer2@demo.test', 'issuer', 'a customer of Beta Faturação'],
  ['issuer3@demo.test', 'issuer', 'a direct customer'],
  ['auditor@demo.test', 'auditor', 'granted Padaria Central'],
];

/** What the demonstration prints once it serves.
 * @param {{ address: string, sandbox: string, logFile: string }} options */
export function demoGreeting({ address, sandbox, logFile }) {
  const rows = accounts.map(([email, role, who]) => `  ${email.padEnd(22)}${role.padEnd(15)}${who}`);
  return [
    '',
    `Sign'Stash Backoffice is ready: ${address}`,
    '',
    ...rows,
    '',
    '  Password of all: Demo-signstash-2026',
    `  Sandbox authority: ${sandbox} (account padaria, password sandbox, PIN 1234; its codes are under /phone)`,
    `  Log: ${logFile}`,
    '  Ctrl-C stops it; the data stays for the next time (--fresh begins anew).',
    '',
  ].join('\n');
}
