const words = (...lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split(', '));

/** Parts of the names of types whose items act only after something has gone wrong. */
export const reactiveTypes: readonly string[] = words(
  'mitigat, detect, repair, respon, recover, investigat, communicat, cleanup, clean-up, clean up, restor, alert, monitor',
  'analy, corrective, workaround, hotfix, 検知, 緩和, 対応, 復旧, 調査, 检测, 缓解, 响应, 恢复, 检出, detec, correctiv, reacti',
);

/** Types that say neither. */
export const neutralTypes: readonly string[] = words(
  'other, misc, document, docs, process, プロセス, その他, 流程, 其他, 文档',
);
