import { addDays, busyness } from '@/db/seed/calendar';
import type { Random } from '@/db/seed/random';
import { nifCheckDigit } from '@/lib/domain/nif';

/** A client service whose software asks for signatures, with its issuer as invoices name it. */
export type SigningService = {
  readonly alias: string;
  readonly walletId: string;
  readonly bundle: string;
  readonly issuer: { readonly name: string; readonly code: string; readonly invoiceAddress: string };
};

/** An invoice of the demonstration, with all that stands on its paper. Money is in cents. */
export type Invoice = {
  service: SigningService;
  seller: { name: string; nif: string; address: string };
  buyer: { name: string; nif: string | null };
  at: Date;
  day: string;
  number: string;
  atcud: string;
  lines: readonly { what: string; quantity: number; price: number; rate: number }[];
};

type Trade = {
  account: string;
  letter: string;
  share: number;
  goods: readonly (readonly [what: string, price: number, rate: number])[];
};

/** Whose documents have content: the issuers with an account. */
const trades: readonly Trade[] = [
  {
    account: 'issuer@demo.test',
    letter: 'A',
    share: 0.5,
    goods: [
      ['Pão de mistura, 500 g', 145, 6],
      ['Broa de Avintes, 1 kg', 390, 6],
      ['Pastel de nata', 120, 23],
      ['Bolo-rei, 1 kg', 1890, 23],
      ['Croissant simples', 95, 23],
      ['Café', 80, 13],
    ],
  },
  {
    account: 'issuer2@demo.test',
    letter: 'Q',
    share: 0.25,
    goods: [
      ['Azeite virgem extra, 75 cl', 890, 6],
      ['Queijo da Serra, kg', 2480, 6],
      ['Vinho tinto Dão, garrafa', 745, 13],
      ['Cabaz da semana', 3250, 6],
    ],
  },
  {
    account: 'issuer3@demo.test',
    letter: 'C',
    share: 0.25,
    goods: [
      ['Painel fotovoltaico 450 W', 18900, 23],
      ['Inversor híbrido 5 kW', 112000, 23],
      ['Instalação, hora', 3800, 23],
    ],
  },
];

/** Accounts whose issuers sign. */
export const signingAccounts: readonly string[] = trades.map(({ account }) => account);

const buyers = ['Hotel da Praça, Lda', 'Escola Básica do Monte', 'Restaurante Sabor & Sal, Lda', 'Junta de Freguesia'];
const days = 28;

/**
 * The invoices of the last four weeks before `now`, in order of time. `today` is the local day.
 * @param services by the account of their issuer's operator
 */
export function makeInvoices(
  random: Random,
  services: ReadonlyMap<string, SigningService>,
  given: { count: number; now: Date; today: string },
): Invoice[] {
  const made = trades.flatMap((trade) => {
    const service = services.get(trade.account);
    if (!service) throw new Error(`the issuer of ${trade.account} has no client service`);
    const { issuer } = service;
    const seller = { name: issuer.name, nif: issuer.code.slice(4), address: issuer.invoiceAddress };
    const times = openTimes(random, Math.round(given.count * trade.share), given);
    const series = `${given.today.slice(0, 4)}B`;
    return times.map(({ at, day }, index): Invoice => {
      const number = 100 + index;
      return {
        service,
        seller,
        buyer: makeBuyer(random),
        at,
        day,
        number: `FT ${series}/${number}`,
        atcud: `DEM${trade.letter}2B7K-${number}`,
        lines: makeLines(random, trade.goods),
      };
    });
  });
  return made.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** Moments while shops are open, ascending; none in the last five minutes, where operations are still under way. */
function openTimes(random: Random, count: number, { now, today }: { now: Date; today: string }) {
  const latest = now.getTime() - 300_000;
  const times: { at: Date; day: string }[] = [];
  while (times.length < count) {
    const day = addDays(today, -random.below(days));
    const at = new Date(Date.parse(`${day}T08:00:00Z`) + random.below(11 * 3_600_000));
    if (busyness(day) > 20 * random.next() ** 4 && at.getTime() < latest) times.push({ at, day });
  }
  return times.sort((a, b) => a.at.getTime() - b.at.getTime());
}

function makeBuyer(random: Random): Invoice['buyer'] {
  const name = buyers[random.below(buyers.length * 2)];
  if (name === undefined) return { name: 'Consumidor final', nif: null };
  const eight = `50${String(random.below(1_000_000)).padStart(6, '0')}`;
  return { name, nif: `${eight}${nifCheckDigit(eight)}` };
}

function makeLines(random: Random, goods: Trade['goods']): Invoice['lines'] {
  const first = random.below(goods.length);
  return Array.from({ length: 1 + random.below(Math.min(4, goods.length)) }, (_, index) => {
    const [what = '', price = 0, rate = 23] = goods[(first + index) % goods.length] ?? [];
    return { what, price, rate, quantity: 1 + random.below(12) };
  });
}

/** Net, tax and total in cents; tax is rounded by line. */
export function sumsOf({ lines }: Pick<Invoice, 'lines'>): { net: number; tax: number; total: number } {
  const net = lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0);
  const tax = lines.reduce((sum, { quantity, price, rate }) => sum + Math.round((quantity * price * rate) / 100), 0);
  return { net, tax, total: net + tax };
}
