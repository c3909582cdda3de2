const words = (...lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split(', '));

/** Openings that promise a direction and no result; lower case. */
export const vagueOpenings: readonly string[] = words(
  'improve, improved, improving, improvement of, improvements to, improvements in, better, more, enhance, enhanced, enhancing',
  'strengthen, strengthening, optimize, optimise, consider, look into, looking into, look at, think about, thinking about',
  'explore, evaluate, investigate whether, investigate if, try to, try and, attempt to, work on, address, be more, be better',
  'maybe, perhaps, possibly, we should consider, we should look into, we should think about, we should improve, we should try',
  'we could, we need to improve, we need to be, we will consider, we will look into, we will explore, reconsider, rethink, revisit',
  'mejorar, considerar, evaluar, explorar, optimizar, melhorar, avaliar, otimizar, améliorer, envisager, réfléchir à, étudier',
  'verbessern, prüfen ob, überlegen',
);

/** What only says that something is to become better can still name how one will see it. One of these words begins that. */
export const endsOrMeans: ReadonlySet<string> = new Set(
  words(
    'by, until, so, when, whenever, if, unless, from, below, above, under, within, least, most, every, per, before, after',
    'that, which, including, include, using, via, than, because, to, with, during, against, instead',
  ),
);
