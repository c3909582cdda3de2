const words = (...lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split(', '));

/** One of these says how much as well as a number does. */
export const amounts: ReadonlySet<string> = new Set(
  words(
    'all, every, everyone, everybody, everything, each, any, entire, entirely, whole, complete, completely, total, totally',
    'full, fully, none, nobody, nothing, nil, zero, no, unaffected, unknown, unclear, undetermined, unmeasured, half, third',
    'quarter, both, one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, twenty, thirty, fifty, dozen',
    'dozens, hundred, hundreds, thousand, thousands, million, millions, single, majority, sitewide, worldwide, globally',
    'todos, todas, todo, toda, ningún, ninguno, ninguna, nadie, desconocido, total, totalmente, nenhum, nenhuma, ninguém',
    'tous, toutes, aucun, aucune, inconnu, alle, allen, sämtliche, keine, keiner, niemand, unbekannt, vollständig',
    'mitad, metade, moitié, hälfte',
  ),
);

/** Said without any of these words. */
export const amountPhrases: readonly string[] = words(
  'n/a, not known, not applicable, not measured, not quantified, could not be determined, cannot be determined, site-wide',
  'platform-wide, system-wide, world-wide, across the board, wide outage, 全員, 全て, すべて, 全ユーザー, なし, 無し, 不明, 全面, ゼロ, 半数',
  '所有, 全部, 全体, 未知, 没有, 沒有, 无影响, 無影響, 一切, 全量, 半数',
);

/** Before a number they make it a name: "port 80", "version 3", "HTTP 500". */
export const namedByNumber: ReadonlySet<string> = new Set(
  words(
    'http, https, status, error, errors, code, codes, port, ports, version, v, layer, step, phase, section, chapter, pr',
    'issue, ticket, incident, php, python, apache, nginx, ubuntu, node, java, mysql, postgres, web, server, level, tier, sev, priority',
    'rule, line, table, figure, appendix, no, number, id, epoch, block, release, build',
  ),
);

/** Behind a number between 400 and 599 they make it a status code. */
export const behindStatusCode: ReadonlySet<string> = new Set(
  words(
    'error, errors, internal, bad, gateway, service, not, status, response, responses, code, codes, http, s, server, page, pages',
  ),
);
