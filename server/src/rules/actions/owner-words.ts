const words = (...lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split(', '));

/** Owners that are nobody in particular. A team with a name of its own ("Platform", "SRE team") is one that can be asked. */
const nobody: ReadonlySet<string> = new Set(
  words(
    'team, teams, our team, all teams, whole team, entire team, each team, every team, everyone, everybody, anyone, anybody',
    'someone, somebody, no one, nobody, all, all of us, all hands, us, we, they, it, this, that, whoever, various, multiple',
    'several, many, both, others, staff, people, company, management, engineering, engineers, developers, devs, operators',
    'all engineers, all developers, all staff, anyone available, volunteers, volunteer, volunteers needed, anyone on call',
    'tbd, tba, tbc, todo, n/a, none, unknown, unassigned, not assigned, not yet assigned, unowned, pending, open',
    'to be decided, to be determined, to be assigned, to be confirmed, to be defined, needs owner, owner needed, x, xx, xxx, name',
    'equipo, el equipo, todos, todo el equipo, alguien, nadie, por definir, por asignar, sin asignar, equipe, a equipe, equipa',
    'toda a equipe, alguém, ninguém, a definir, équipe, toute l’équipe, tous, quelqu’un, personne, à définir, das team, alle',
    'jemand, niemand, offen, noch offen, 未定, 未割当, 未割り当て, 全員, チーム, みんな, 各自, 待定, 未分配, 所有人, 全体, 团队, 大家',
  ),
);

/** Whether the words name nobody who could be asked. */
export function isNobody(owner: string): boolean {
  const plain = owner
    .toLowerCase()
    .replace(/[^\p{L}\p{N}/’' ]+/gu, ' ')
    .replace(/^\s*(?:the|an?)\s+/, '')
    .trim()
    .replace(/\s+/g, ' ');
  return plain === '' || nobody.has(plain);
}
