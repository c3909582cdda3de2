import type { SectionKind } from '../section.ts';

/**
 * The names by which the parts of a postmortem go, as they are left over after a heading's numbers, emoji,
 * punctuation and filler words are gone. Lower case, one space between words.
 */
export const sectionNames: Readonly<Record<SectionKind, readonly string[]>> = {
  summary: [
    'summary', 'issue summary', 'incident summary', 'executive summary', 'outage summary', 'overview', 'incident overview',
    'outage overview', 'tldr', 'tl dr', 'tl;dr', 'abstract', 'synopsis', 'summation', 'issue overview', 'problem summary',
    'high level summary', 'short summary', 'brief summary', 'in brief', 'at a glance', 'outage description', 'incident description',
    'issue description', 'problem statement', 'problem description', 'problem', 'what happened', 'technical description', 'description', 'issue',
    'resumen', 'resumen ejecutivo', 'resumen del incidente', 'descripción general', 'visión general', 'qué pasó', 'qué ocurrió', 'qué sucedió',
    'resumo', 'resumo executivo', 'resumo do incidente', 'sumário', 'sumário executivo', 'visão geral', 'o que aconteceu',
    'résumé', 'résumé exécutif', 'synthèse', "résumé de l'incident", 'vue d’ensemble', "vue d'ensemble", 'que s’est-il passé', "que s'est-il passé", "ce qui s'est passé",
    'zusammenfassung', 'kurzfassung', 'überblick', 'übersicht', 'was ist passiert', 'was geschah', 'vorfallbeschreibung',
    'サマリー', '概要', '要約', 'サマリ', 'インシデント概要', '障害概要', '何が起きたか',
    '摘要', '概述', '总结', '總結', '事件概述', '事故概述', '故障概述', '问题', '問題', '问题描述', '事件摘要', '发生了什么',
  ],
  impact: [
    'impact', 'the impact', 'customer impact', 'user impact', 'business impact', 'impact analysis', 'impact assessment', 'end user impact',
    'service impact', 'impacts', 'effect', 'effects', 'scope', 'scope of impact', 'severity and impact', 'what was impacted', 'who was affected', 'what was affected', 'affected users',
    'affected services', 'affected systems', 'blast radius', 'infrastructure impact', 'productivity impact', 'symptoms', 'symptom', 'user facing impact', 'damage', 'consequences', 'affected customers',
    'impacto', 'impacto en los usuarios', 'alcance', 'usuarios afectados', 'impacto en el negocio', 'efectos', 'síntomas',
    'impacto nos usuários', 'usuários afetados', 'escopo', 'efeitos', 'sintomas', 'consequências',
    'portée', 'conséquences', 'utilisateurs touchés', 'symptômes', 'effets',
    'auswirkung', 'auswirkungen', 'folgen', 'betroffene', 'betroffene systeme', 'betroffene dienste', 'symptome',
    '影響', '影響範囲', 'インパクト', '定量的影響', 'ユーザー影響', 'ユーザーへの影響', '影響度',
    '影响', '影响范围', '影響範圍', '现象', '現象', '用户影响', '业务影响',
  ],
  duration: [
    'duration', 'durations', 'duration of the outage', 'outage duration', 'incident duration', 'duration of outage', 'time to repair', 'time to resolve', 'time to recovery', 'time to recover', 'time to detection', 'time to detect',
    'time to mitigate', 'time to mitigation', 'time to resolution', 'time to acknowledge', 'total duration', 'total downtime', 'downtime', 'incident timing', 'total impact duration', 'stats', 'start time', 'end time', 'start date time', 'end date time',
    'duración', 'duración del incidente', 'tiempo de inactividad', 'duração', 'duração do incidente', 'tempo de inatividade', 'durée', "durée de l'incident", 'temps d’arrêt', 'dauer', 'ausfallzeit', 'ausfalldauer',
    '期間', '影響時間', '継続時間', '所要時間', '停止時間', '持续时间', '時長', '时长', '故障时长', '影响时长',
  ],
  detection: [
    'detection', 'how was it detected', 'how it was detected', 'how we found out', 'how did we find out', 'how we detected it', 'detection method', 'detection time', 'detection gap', 'discovery', 'issue detection', 'incident detection', 'alerting', 'identified', 'detection vs onset', 'how was the incident detected', 'how was the issue detected', 'how was this detected', 'detection delay', 'issue detected',
    'detección', 'deteção', 'detecção', 'détection', 'erkennung', 'entdeckung', '検知', '検出', '発見', '検知方法', '检测', '检测方式', '发现', '監測', '发现过程',
  ],
  timeline: [
    'timeline', 'time line', 'incident timeline', 'timeline of events', 'events timeline', 'event timeline', 'events', 'key events', 'chronology', 'chronology of events', 'sequence of events', 'chain of events', 'order of events', 'timeline of incident', 'outage timeline',
    'timeline summary', 'timeline of the incident', 'timeline of the outage', 'event log', 'incident log', 'log of events', 'play by play', 'timeline and detection', 'detailed timeline', 'events and timeline', 'follow up timeline', 'timelines', 'key timeline', 'timeline events', 'status updates', 'key timestamps', 'key times', 'important timestamps',
    'cronología', 'línea de tiempo', 'línea temporal', 'cronología de eventos', 'cronología del incidente', 'secuencia de eventos',
    'linha do tempo', 'cronologia', 'cronograma', 'linha do tempo do incidente', 'sequência de eventos', 'cronologia dos eventos',
    'chronologie', 'frise chronologique', 'déroulement', 'déroulé', 'ligne du temps', 'chronologie des événements', "déroulement de l'incident",
    'zeitleiste', 'zeitlicher ablauf', 'ablauf', 'chronologie der ereignisse', 'zeitachse', 'verlauf', 'zeitstrahl', 'zeitlinie',
    'タイムライン', '時系列', '経緯', '経過', '発生経緯', '対応経緯', '対応タイムライン',
    '时间线', '時間線', '时间轴', '時間軸', '事件时间线', '时间线回顾', '处理过程', '事件经过', '事故经过', '处理时间线',
  ],
  cause: [
    'root cause', 'root causes', 'cause', 'causes', 'root cause analysis', 'rca', 'contributing factors', 'contributing factor', 'contributing causes', 'contributing conditions', 'contributing conditions analysis', 'underlying cause', 'root cause explanation', 'root cause of the outage', 'root cause of outage', 'cause of the problem', 'cause of the outage', 'cause of outage', 'cause of incident', 'cause of the incident',
    'why did it happen', 'why did this happen', 'why it happened', 'why this happened', 'what caused the incident', 'what caused it', 'what caused this', 'what caused the outage', 'what allowed this to happen', 'five whys', '5 whys', 'the 5 whys', 'the five whys', 'working theory', 'fault', 'identified cause', 'proximate cause', 'direct cause', 'failure analysis', 'causal analysis', 'diagnosis', 'process breakdowns', 'technical root cause', 'primary cause', 'why it failed',
    'root cause details', 'analysis', 'cause analysis', 'causes and contributing factors', 'rootcause',
    'causa', 'causas', 'causa raíz', 'causas raíz', 'análisis de causa raíz', 'factores contribuyentes', 'análisis de la causa raíz', 'los cinco porqués', 'por qué ocurrió', 'causa principal',
    'causa raiz', 'causas raiz', 'análise de causa raiz', 'análise da causa raiz', 'fatores contribuintes', 'causa principal', 'cinco porquês', 'por que aconteceu',
    'cause racine', 'causes racines', 'causes profondes', 'cause profonde', 'analyse des causes', 'facteurs contributifs', 'cause première', 'analyse de la cause racine', 'cause principale', 'les cinq pourquoi', 'facteurs aggravants',
    'ursache', 'ursachen', 'grundursache', 'ursachenanalyse', 'hauptursache', 'begünstigende faktoren', 'wurzelursache', 'fehlerursache', 'beitragende faktoren',
    '根本原因', '原因', '根本原因分析', '直接原因', '寄与要因', '発生原因', '原因分析', 'なぜなぜ分析', '貢献した要因', '5つのなぜ',
    '根因', '根因分析', '根本原因', '故障原因', '原因分析', '事故原因', '直接原因', '真正的根因', '五个为什么',
  ],
  trigger: [
    'trigger', 'triggers', 'leadup', 'lead up', 'triggering event', 'what triggered it', 'precipitating event', 'fault and leadup', 'detonante', 'desencadenante', 'gatilho', 'déclencheur', 'élément déclencheur', 'auslöser', 'トリガー', '契機', '引き金', 'きっかけ', '触发因素', '触发条件', '触发原因', '誘因',
  ],
  resolution: [
    'resolution', 'resolved', 'recovery', 'resolution and recovery', 'fix', 'the fix', 'fixes', 'remedy', 'solution', 'response', 'incident response', 'mitigation', 'mitigations', 'mitigators', 'workaround', 'how it was resolved', 'how was it resolved', 'how was it fixed', 'how we fixed it', 'how it was fixed', 'how did we fix it', 'resolution details', 'resolution explanation', 'resolution steps', 'repair', 'restoration', 'short term fix', 'long term solution', 'immediate fix', 'resolve', 'actions taken', 'steps taken', 'response and recovery', 'remediation steps taken', 'troubleshooting', 'how the issue was resolved', 'what we did', 'resolution summary', 'service restoration', 'recovery steps', 'mitigation and resolution', 'other mitigation actions', 'immediate resolution', 'actions taken to resolve',
    'resolución', 'solución', 'recuperación', 'mitigación', 'respuesta', 'cómo se resolvió', 'resolución y recuperación', 'corrección', 'acciones tomadas',
    'resolução', 'solução', 'recuperação', 'mitigação', 'resposta', 'correção', 'resolução e recuperação', 'como foi resolvido', 'ações tomadas',
    'résolution', 'rétablissement', 'correctif', 'atténuation', 'réponse', 'résolution et rétablissement', 'remise en service', 'mesures prises', 'actions menées',
    'behebung', 'lösung', 'wiederherstellung', 'abhilfe', 'gegenmaßnahmen', 'reaktion', 'entstörung', 'fehlerbehebung', 'durchgeführte maßnahmen',
    '対応', '復旧', '解決', '対処', '復旧対応', '緩和策', '緩和策・復旧', '暫定対応', '対応内容', '解決策', '回避策', '対応の評価',
    '修复', '解决方案', '处理', '恢复', '解決方案', '修復', '应急处理', '解决', '处置', '处理措施', '恢复过程', '缓解措施',
  ],
  actions: [
    'action items', 'action item', 'actions', 'follow up', 'follow ups', 'followup', 'followups', 'follow up actions', 'follow up action items', 'follow up items', 'corrective and preventative measures', 'corrective and preventive measures', 'corrective and preventative measure', 'corrective and preventive measure', 'corrective measures', 'preventative measures', 'preventive measures', 'preventative measure', 'preventive measure', 'corrective and preventive actions', 'corrective and preventative actions',
    'corrective actions', 'corrective action', 'preventive actions', 'preventative actions', 'prevention', 'future prevention', 'future measures', 'improvements', 'improvement', 'improvements fixes', 'improvement areas', 'improvements needed', 'areas for improvement', 'tasks', 'task list', 'tasks to address the issue', 'specific tasks', 'actionable tasks', 'todo', 'to do', 'to dos', 'todos', 'review actions', 'actions following review', 'remediation', 'remediations', 'remediation items', 'next steps', 'what is next', "what's next", 'whats next', 'what we are doing about it', "what we're doing about it", 'recommendations', 'recommendation', 'planned actions', 'resulting action', 'resulting actions', 'immediate actions', 'short term improvements', 'long term improvements', 'short term actions', 'long term actions', 'process improvements', 'technical improvements', 'documentation improvements', 'future improvements', 'moving forward', 'going forward', 'measures', 'countermeasures', 'what can be improved', 'possible fixes', 'action plan', 'post incident actions', 'repair items', 'corrections of error', 'technical remediation', 'measures against such problem in future', 'preventing recurrence', 'prevention measures', 'prevention plan', 'how to prevent', 'how do we prevent this', 'how will we prevent this', 'how we will prevent this', 'follow up improvements', 'follow up tasks', 'immediate tasks', 'immediate next steps', 'corrective preventive measures', 'corrective preventative measures', 'corrective actions with owners', 'action items and followups', 'action items and follow ups', 'avoiding this', 'outstanding actions', 'improvements and fixes', 'long term fixes', 'permanent fix',
    'acciones', 'acciones correctivas', 'acciones preventivas', 'medidas correctivas', 'medidas preventivas', 'medidas correctivas y preventivas', 'acciones correctivas y preventivas', 'próximos pasos', 'tareas', 'seguimiento', 'mejoras', 'plan de acción', 'elementos de acción', 'prevención', 'recomendaciones', 'acciones a tomar', 'acciones de seguimiento',
    'ações', 'ações corretivas', 'ações preventivas', 'medidas corretivas', 'medidas corretivas e preventivas', 'ações corretivas e preventivas', 'próximos passos', 'tarefas', 'melhorias', 'plano de ação', 'itens de ação', 'prevenção', 'recomendações', 'acompanhamento',
    'actions correctives', 'actions préventives', 'mesures correctives', 'mesures préventives', 'mesures correctives et préventives', 'actions correctives et préventives', 'prochaines étapes', 'tâches', 'suivi', 'améliorations', "plan d'action", 'plan d’action', "points d'action", 'prévention', 'recommandations', 'actions à mener', 'actions de suivi',
    'maßnahmen', 'folgemaßnahmen', 'aufgaben', 'nächste schritte', 'korrekturmaßnahmen', 'vorbeugende maßnahmen', 'präventivmaßnahmen', 'verbesserungen', 'maßnahmenplan', 'korrektur- und vorbeugemaßnahmen', 'korrektur und vorbeugungsmaßnahmen', 'empfehlungen', 'vorbeugung', 'offene punkte',
    'アクションアイテム', 'アクション', '再発防止策', '再発防止', '今後の対応', '改善策', '対策', '予防', 'todo', '恒久対応', '恒久対策', '次のステップ', '今後の対策', '予防策', 'フォローアップ',
    '预防', '预防措施', '改进措施', '后续行动', '后续措施', '行动项', '改进', '改進措施', '後續行動', '行動項目', '后续计划', '整改措施', '改进项', '待办', '防复发变更', '后续改进',
  ],
  lessons: [
    'lessons learned', 'lessons learnt', 'lessons', 'lesson learned', 'learnings', 'key learnings', 'learnings and risks', 'takeaways', 'key takeaways', 'what went well', 'what went wrong', 'what went poorly', 'what went badly', 'what went right', 'where we got lucky', 'where did we get lucky', 'things that went well', 'things that went poorly', 'what we learned', 'what did we learn', 'what could have gone better', "what didn't go so well", 'what did not go well', "what didn't go well", 'what could be improved', 'what worked well', 'what did not work', "what didn't work", 'insights', 'reflections', 'retrospective', 'what went well and what did not', 'where we were lucky', 'what have we learned', 'reflection',
    'lecciones aprendidas', 'lecciones', 'qué salió bien', 'qué salió mal', 'aprendizajes', 'qué funcionó bien', 'dónde tuvimos suerte', 'qué fue bien', 'qué fue mal',
    'lições aprendidas', 'lições', 'o que deu certo', 'o que deu errado', 'aprendizados', 'o que funcionou bem', 'onde tivemos sorte', 'o que correu bem', 'o que correu mal',
    'leçons apprises', 'leçons tirées', 'enseignements', "retour d'expérience", 'retour d’expérience', "ce qui s'est bien passé", "ce qui a bien fonctionné", "ce qui n'a pas fonctionné", "ce qui s'est mal passé", 'leçons', 'où nous avons eu de la chance',
    'lehren', 'erkenntnisse', 'lessons learned', 'was gut lief', 'was schlecht lief', 'gelernte lektionen', 'was lief gut', 'was lief schlecht', 'wo wir glück hatten', 'gewonnene erkenntnisse',
    '教訓', '学び', '学んだこと', '得られた教訓', 'うまくいったこと', 'うまくいかなかったこと', '運が良かったこと', '幸運だったこと', '技術的教訓', '技術的な教訓', '組織的教訓', '組織的な教訓', '技術的な学び', '組織的・プロセス的な学び', '組織的・プロセス的教訓', 'ふりかえり', '振り返り', '良かったこと', '改善が必要なこと', '良かった点', '悪かった点',
    '经验教训', '經驗教訓', '教训', '做得好的', '做得好的地方', '做得不好的', '做得不好的地方', '复盘', '反思', '收获', '幸运之处', '总结与反思',
  ],
  background: [
    'background', 'context', 'background context', 'system overview', 'prerequisites', 'how it works', 'architecture', 'technical background', 'introduction', 'service overview', 'important information', 'contexto', 'antecedentes', 'introducción', 'introdução', 'contexte', 'hintergrund', 'kontext', 'einleitung', '背景', '前提', '背景知識', '背景信息', '系统背景',
  ],
  status: ['status', 'report status', 'current status', 'incident status', 'estado', 'estado actual', 'situação', 'statut', 'état', 'stand', 'ステータス', '状態', '状态', '當前狀態', '当前状态', '恢复当时'],
  participants: [
    'attendees', 'participants', 'responders', 'contributors', 'authors', 'author', 'owner', 'owners', 'people involved', 'involved parties', 'involved', 'names of people involved', 'team', 'incident team', 'incident lead', 'assignees', 'postmortem attendees', 'reviewers', 'contacts', 'roles', 'who was involved', 'participantes', 'asistentes', 'autores', 'équipe', 'auteurs', 'intervenants', 'teilnehmer', 'beteiligte', 'autoren', '参加者', '担当者', '作成者', '参与者', '参与人员', '责任人', '关系人',
  ],
  appendix: [
    'appendix', 'appendices', 'appendinx', 'supporting information', 'supporting documents', 'supplemental', 'references', 'reference', 'links', 'related links', 'resources', 'glossary', 'further reading', 'see also', 'notes', 'appendix a', 'additional information', 'apéndice', 'anexo', 'anexos', 'referencias', 'enlaces', 'apêndice', 'referências', 'annexe', 'annexes', 'références', 'liens', 'anhang', 'referenzen', 'verweise', '付録', '参考', '参考資料', '関連リソース', '参考リンク', '附录', '参考资料', '附錄', '相关链接', '相关资料',
  ],
  other: [
    'conclusion', 'conclusions', 'investigating', 'monitoring', 'update', 'postmortem', 'post mortem', 'verifying', 'in progress', 'scheduled', 'closing', 'closing notes', 'humor', 'humour', 'contents', 'table of contents', 'misleading paths', 'misleading investigation', 'misleading investigation paths', 'escalation', 'communication', 'customer communication', 'metadata', 'details', 'labels', 'q&a', 'open questions', 'acknowledgements', 'acknowledgments', 'metrics', 'important links', 'anything else',
    'conclusión', 'conclusiones', 'conclusão', 'conclusões', 'fazit', 'schlussfolgerung', 'まとめ', '結論', '结论', 'メタデータ', '錯誤', '错误假设与无效探索',
  ],
};
