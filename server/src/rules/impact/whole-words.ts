const words = (...lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split(', '));

/** What an incident affects a number or a share of. */
export const countables: readonly string[] = words(
  'users, user, customers, clients, requests, visitors, sessions, transactions, orders, accounts, subscribers, calls, messages',
  'jobs, nodes, servers, services, hubs, pods, teams, tenants, students, members, visits, logins, payments, tenants, merchants',
  'queries, pages, sites, builds, deployments, events, records, applications, instances, traffic, data, organizations, participants',
);

/** In the same sentence they make a percentage a comparison, which may be over 100. */
export const comparisons =
  /\b(?:increas\w{0,4}|decreas\w{0,4}|grow\w{0,3}|growth|rise|rose|rising|more|higher|fewer|less|lower|normal|usual|baseline|expected|average|typical|capacity|quota|limit|peak|previous|compared|faster|slower|spik\w{0,3}|jump\w{0,3}|above|cpu|memory|utili[sz]ation|usage|load|budget|forecast|times)\b/i;

/** They say how many without a number. */
export const vagueQuantities: readonly string[] = words(
  'some, several, many, various, numerous, certain, multiple, a number of, a few, a lot of, lots of, a handful of, a couple of',
  'a subset of, a portion of, a fraction of, a part of, a significant number of, a significant portion of, a large number of',
  'a large portion of, a large percentage of, a small number of, a small portion of, a small percentage of, a small subset of',
  'a small fraction of, a high number of, a considerable number of, a significant percentage of, a majority of, most',
);
