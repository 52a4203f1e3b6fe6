/**
 * What no Portuguese text of ours may say, and what is said instead: Brazilian words and spellings, the English present
 * participle in disguise, spellings from before the agreement of 1990, and courtesies that take the reader's time. A
 * test reads every catalogue against it; mails, files and pages all take their words from there.
 */
export type Refused = { readonly form: RegExp; readonly say: string };

/** A whole word that begins so; `i` throughout, since sentences begin with capitals. */
const begins = (start: string): RegExp => new RegExp(`(?<![\\p{L}-])(?:${start})\\p{L}*`, 'iu');
const whole = (word: string): RegExp => new RegExp(`(?<![\\p{L}-])(?:${word})(?![\\p{L}-])`, 'iu');

/** Words of Brazil, with ours. */
const brazilian: readonly Refused[] = [
  { form: begins('usuári|usuari'), say: 'utilizador' },
  // What is kept for ten years is in an archive, "em arquivo"; a document in a computer is a file.
  { form: /(?<!em )(?<![\p{L}-])arquivos?(?!\p{L})/iu, say: 'ficheiro' },
  { form: whole('telas?'), say: 'ecrã' },
  { form: begins('exclu[íi]|exclus[ãõ]'), say: 'eliminar' },
  { form: begins('delet'), say: 'eliminar' },
  { form: begins('cadastr'), say: 'registar, registo' },
  { form: begins('registr'), say: 'registar, registo' },
  { form: begins('senhas?'), say: 'palavra-passe' },
  { form: begins('fatura(?:mento|r)'), say: 'faturação, emitir faturas' },
  { form: begins('gerenci'), say: 'gerir, gestão' },
  { form: begins('contat'), say: 'contacto' },
  { form: whole('fatos?'), say: 'facto' },
  { form: begins('aplicativ'), say: 'aplicação' },
  { form: begins('equipes?'), say: 'equipa' },
  { form: whole('controles?'), say: 'controlo' },
  { form: begins('acessar|acesse|acessou'), say: 'aceder, abrir' },
  { form: begins('compartilh'), say: 'partilhar' },
  { form: begins('salvar|salvo|salva|salve|salvou|salvando'), say: 'guardar' },
  { form: begins('habilit|desabilit'), say: 'ativar, desativar' },
  { form: begins('celular'), say: 'telemóvel' },
  { form: begins('planilh'), say: 'folha de cálculo' },
  { form: begins('baixar|baixe|baixou'), say: 'transferir' },
  { form: begins('checar|checagem|cheque'), say: 'verificar' },
  { form: begins('logar|logad|deslog'), say: 'iniciar sessão, terminar sessão' },
  { form: whole('login|logout|log-in'), say: 'iniciar sessão, terminar sessão' },
  { form: begins('planej'), say: 'planear' },
  { form: whole('conosco'), say: 'connosco' },
  { form: begins('você'), say: 'a forma do verbo basta' },
  { form: /por padrão|valor padrão/iu, say: 'por predefinição, predefinido' },
  { form: /nota fiscal|notas fiscais/iu, say: 'fatura' },
  { form: whole('cnpj|cpf|cep'), say: 'NIF, código postal' },
  { form: /sob demanda/iu, say: 'a pedido' },
  { form: begins('quatorze|dezess'), say: 'catorze, dezasseis, dezassete' },
  { form: begins('mouse'), say: 'rato' },
  { form: begins('carimb'), say: 'selo temporal' },
];

/** Vowels that Brazil closes. */
const closed: readonly Refused[] = [
  { form: begins('eletrônic'), say: 'eletrónico' },
  { form: begins('econôm'), say: 'económico' },
  {
    form: begins('anônim|sinônim|acadêm|polêmic|fenômen|quilômetr|telefôn|autônom|harmôn|crônic'),
    say: 'com acento agudo',
  },
  { form: begins('gênero|prêmio|bônus|tênis|câmera|patrimôn|matrimôn|colôn|antônio'), say: 'com acento agudo; câmara' },
];

/** "Está a assinar", never "está assinando"; "A carregar…", never "Carregando…". */
const participles: readonly Refused[] = [
  {
    form: /(?<!\p{L})(?:est(?:á|ão|ou|amos|ava|avam)|foi|vai|vem|continua)\s+\p{L}+(?:ando|endo|indo)(?!\p{L})/iu,
    say: 'está a + infinitivo',
  },
  {
    form: begins(
      'carregando|enviando|processando|aguardando|buscando|gerando|verificando|assinando|calculando|contando|escrevendo|' +
        'pesquisando|atualizando|guardando|preparando|validando',
    ),
    say: 'a + infinitivo',
  },
];

/** Spellings that the agreement of 1990 ended in Portugal. */
const old: readonly Refused[] = [
  { form: begins('acç|activ|inactiv|reactiv|actual|acta|actor'), say: 'ação, ativo, atual' },
  {
    form: begins('direcç|direct|indirect|correcç|correct|incorrect|selecç|selecc|colecç|detect|protecç|protect'),
    say: 'sem c',
  },
  { form: begins('object|project|factur|sector|excepç|excepto|recepç|óptim|adopt|percepç'), say: 'sem c ou p mudo' },
];

/** look.md, Words: no "Oops", no "please". */
const courtesies: readonly Refused[] = [
  { form: /(?<!\p{L})(?:ups|oops|opa)(?!\p{L})/iu, say: 'o que aconteceu' },
  { form: /por favor/iu, say: 'o verbo basta' },
];

export const refusedForms: readonly Refused[] = [...brazilian, ...closed, ...participles, ...old, ...courtesies];
