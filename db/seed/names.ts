import type { PartnerType } from '@/lib/domain/company';

type PartnerName = {
  name: string;
  type: Exclude<PartnerType, 'HOUSE'>;
  town: string;
  contact: string;
  issuers: number;
};

/** Partners of the demonstration, with how many issuers each has; the rest of the 60 are direct. */
export const partnerNames: readonly PartnerName[] = [
  { name: 'Alfa ERP', type: 'INTEGRATOR', town: '4000-322 Porto', contact: 'Helena Barros', issuers: 16 },
  { name: 'Beta Faturação', type: 'RESELLER', town: '1250-142 Lisboa', contact: 'Rui Tavares', issuers: 14 },
  { name: 'Contagest Software', type: 'INTEGRATOR', town: '3000-213 Coimbra', contact: 'Inês Moura', issuers: 9 },
  { name: 'NorteDigital Sistemas', type: 'RESELLER', town: '4700-327 Braga', contact: 'Nuno Peixoto', issuers: 8 },
  { name: 'Lusofatura', type: 'INTEGRATOR', town: '8000-151 Faro', contact: 'Catarina Pires', issuers: 4 },
  { name: 'Atlântico Gestão', type: 'RESELLER', town: '9000-064 Funchal', contact: 'Duarte Freitas', issuers: 3 },
];

/** Issuers by partner in the order above, the direct ones last. The first of Alfa, of Beta and of the direct have accounts. */
export const issuerNames: readonly (readonly string[])[] = [
  `Padaria Central|Talho do Bolhão|Farmácia Aliança|Oficina Santos & Filhos|Livraria Lello Moreira|Ótica Boavista|
   Ginásio Ribeira|Clínica Dentária Foz|Hotel Miradouro|Restaurante O Pescador|Auto Douro|Cerâmica de Gaia|
   Têxteis Vale do Ave|Transportes Leça|Papelaria Cedofeita|Padaria São Bento`,
  `Mercearia da Avenida|Café Estrela|Floricultura Jasmim|Calçado Guimarães|Construções Tejo|Imobiliária Sete Colinas|
   Escola de Línguas Babel|Lavandaria Brisa|Garrafeira Nacional|Pastelaria Belém Nova|Informática Alvalade|
   Seguros Avenida|Viagens Horizonte|Ferragens Campolide`,
  `Vinhos da Bairrada|Queijaria Serra Alta|Adega do Mondego|Azeites da Beira|Moagem Lousã|Papelaria Académica|
   Laboratório Santa Clara|Gráfica Mondego|Viveiros da Mata`,
  `Metalúrgica Minho|Confeções Barcelos|Móveis Paços|Granitos do Gerês|Quinta da Aveleda Nova|Clínica Bom Jesus|
   Padaria Minhota|Tipografia Braga`,
  'Conservas do Algarve|Marina de Tavira|Hotel Ria Formosa|Citrinos do Sul',
  'Bordados da Madeira|Turismo Levadas|Bananas do Funchal',
  'Energia Solar Évora|Cooperativa Agrícola de Beja|Águas de Monchique|Editora Planalto|Consultores Rossio|Museu do Azulejo Loja',
].map((line) => line.split('|').map((name) => name.trim()));

const streets =
  'Rua do Forno|Avenida da Liberdade|Rua Direita|Largo do Município|Rua das Flores|Travessa do Sol|Praça da República';
export const streetNames: readonly string[] = streets.split('|');

const people = `Ana Sousa|Bruno Matos|Carla Nunes|Diogo Faria|Elsa Brito|Filipe Rocha|Graça Lemos|Hugo Antunes|Isabel Reis|
  João Carvalho|Luísa Amaral|Miguel Torres|Patrícia Gil|Sérgio Neves|Teresa Paiva|Vasco Lobo`;
export const peopleNames: readonly string[] = people.split('|').map((name) => name.trim());

/** What an issuer calls its further services; the first one is "Principal". */
export const serviceNames: readonly string[] = ['Loja online', 'Ponto de venda', 'Faturação mensal', 'Armazém'];
